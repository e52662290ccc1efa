package baton.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.proof.Fault.Kind;
import baton.proof.KnownLog.Export;
import baton.proof.ProofLine.Consistency;
import baton.proof.ProofLine.Entry;
import baton.proof.ProofLine.Manifest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was done to an export is found, and the right event named. */
class VerifierTest {
  private static final int EVENTS = 45;

  private final KnownLog log = KnownLog.of(EVENTS, 1);
  private final Trust trust = log.trusted();
  private final Export whole = log.whole();

  @Test
  void the_whole_log_holds_and_only_what_nobody_was_told_of_is_left_unproven() {
    var holds = (Verdict.Holds) whole.verify(trust);

    assertThat(holds.events()).isEqualTo(EVENTS + 5);
    assertThat(holds.slice().whole()).isTrue();
    assertThat(holds.unproven()).singleElement().asString().contains("no partitions but these");
  }

  @Test
  void who_takes_what_is_verified_gets_every_event_in_its_tree_and_none_behind_a_fault()
      throws IOException {
    var taken = new ArrayList<String>();
    Verifier.Taker taker =
        (tree, value) -> taken.add(tree.origin() + " " + new String(value, UTF_8));
    Verdict verdict = verify(whole, taker);
    int all = taken.size();

    assertThat(verdict).isInstanceOf(Verdict.Holds.class);
    assertThat(all).isEqualTo((int) ((Verdict.Holds) verdict).events());
    assertThat(new HashSet<>(taken)).hasSize(all);
    Export spoilt = log.whole();
    byte[] bytes = spoilt.lines().get(3).clone();
    bytes[bytes.length - 4] ^= 1;
    spoilt.lines().set(3, bytes);
    taken.clear();
    assertThat(verify(spoilt, taker)).isInstanceOf(Verdict.Fails.class);
    assertThat(taken).hasSizeLessThan(all);
  }

  private Verdict verify(Export export, Verifier.Taker taker) throws IOException {
    return new Verifier(trust)
        .verify(
            new ByteArrayInputStream(export.exportBytes()),
            new ByteArrayInputStream(export.proofBytes()),
            events -> {},
            taker);
  }

  @Test
  void a_whole_log_of_no_trees_is_none_and_nobody_stands_by_it() {
    String proof =
        "{\"format\":\"baton-proof/1\",\"slice\":{},\"round\":1,\"trees\":[],\"consistency\":[]}\n"
            + "{\"end\":true}\n";

    var verdict =
        (Verdict.Fails) Export.verify(KnownLog.trust(), new byte[0], proof.getBytes(UTF_8));

    assertThat(verdict.fault().kind()).isEqualTo(Kind.MALFORMED);
    assertThat(verdict.fault().toString()).contains("has no tree");
  }

  @Test
  void without_a_checkpoint_from_elsewhere_the_verdict_says_what_it_is_worth() {
    var holds = (Verdict.Holds) whole.verify(KnownLog.trust());

    assertThat(holds.unproven())
        .hasSize(5)
        .filteredOn(each -> each.contains("from elsewhere"))
        .hasSize(4);
  }

  @Test
  void every_referral_holds_and_the_verdict_says_what_a_slice_cannot_show() {
    for (int referral = 0; referral < 7; referral++) {
      Export slice = log.ofReferral("r-" + referral);
      var holds = (Verdict.Holds) slice.verify(trust);

      assertThat(holds.events()).isEqualTo(slice.lines().size()).isPositive();
      assertThat(holds.unproven()).singleElement().asString().contains("the whole log show");
    }
  }

  @Test
  void a_flipped_byte_is_found_wherever_it_is() {
    for (int line = 0; line < whole.lines().size(); line++) {
      Export spoilt = log.whole();
      byte[] bytes = spoilt.lines().get(line).clone();
      bytes[bytes.length - 4] ^= 1;
      spoilt.lines().set(line, bytes);

      assertFault(spoilt, Kind.CHANGED, whole.entry(line), whole.id(line));
    }
  }

  @Test
  void a_dropped_event_is_named() {
    for (int line = 0; line < whole.lines().size(); line++) {
      Export spoilt = log.whole();
      spoilt.lines().remove(line);

      assertFault(spoilt, Kind.MISSING, whole.entry(line), whole.id(line));
    }
  }

  @Test
  void several_dropped_events_name_the_first() {
    Export spoilt = log.whole();
    for (int i = 0; i < 5; i++) spoilt.lines().remove(20);

    assertFault(spoilt, Kind.MISSING, whole.entry(20), whole.id(20));
  }

  @Test
  void an_added_event_is_named() {
    for (int line = 0; line < whole.lines().size(); line++) {
      Export spoilt = log.whole();
      spoilt.lines().add(line, KnownLog.event("new", "/intake-service", "r-1", 3).getBytes());

      assertFault(spoilt, Kind.ADDED, whole.entry(line), "new");
    }
    Export spoilt = log.whole();
    spoilt.lines().add(KnownLog.event("new", "/intake-service", "r-1", 3).getBytes());
    assertThat(fault(spoilt, trust).kind()).isEqualTo(Kind.ADDED);
    assertThat(fault(spoilt, trust).sentence()).contains("event new");
  }

  @Test
  void an_event_told_twice_is_named() {
    Export spoilt = log.whole();
    spoilt.lines().add(30, spoilt.lines().get(10));

    assertFault(spoilt, Kind.ADDED, whole.entry(30), whole.id(10));
  }

  @Test
  void a_moved_event_is_named() {
    for (int from : new int[] {3, 20, 44})
      for (int to : new int[] {8, 31, 48}) {
        Export spoilt = log.whole();
        spoilt.lines().add(to, spoilt.lines().remove(from));

        assertFault(spoilt, Kind.MOVED, whole.entry(from), whole.id(from));
      }
  }

  @Test
  void two_events_that_changed_places_are_both_named() {
    Export spoilt = log.whole();
    spoilt.lines().add(13, spoilt.lines().remove(12));

    assertFault(spoilt, Kind.MOVED, whole.entry(12), whole.id(12));
    assertThat(fault(spoilt, trust).sentence()).contains(whole.id(12), whole.id(13));
  }

  @Test
  void a_truncated_export_names_the_first_event_that_is_missing() {
    byte[] bytes = whole.exportBytes();
    for (int length : new int[] {0, 1, 500, bytes.length / 2, bytes.length - 2}) {
      byte[] cut = Arrays.copyOf(bytes, length);
      int line =
          (int) new String(cut, StandardCharsets.UTF_8).chars().filter(c -> c == '\n').count();
      Fault fault = fault(Export.verify(trust, cut, whole.proofBytes()));

      assertThat(fault.kind()).isIn(Kind.MISSING, Kind.CHANGED);
      assertThat(fault.event()).isEqualTo(whole.id(line));
    }
  }

  @Test
  void lines_that_are_dropped_from_both_files_leave_a_hole() {
    for (int line = 0; line < whole.lines().size(); line++) {
      Export spoilt = log.whole();
      spoilt.lines().remove(line);
      spoilt.proof().remove(line + 1);
      Fault fault = fault(spoilt, trust);

      assertThat(fault.kind()).isEqualTo(Kind.MISSING);
      assertThat(fault.partition()).isEqualTo(whole.entry(line).partition());
      assertThat(fault.index()).isEqualTo(whole.entry(line).index());
    }
  }

  @Test
  void an_event_that_was_changed_with_its_proof_is_named() {
    for (int line = 0; line < whole.lines().size(); line++) {
      Export spoilt = log.whole();
      byte[] other = KnownLog.event(whole.id(line), "/risk-service", "r-3", 99).getBytes();
      spoilt.lines().set(line, other);
      spoilt.proof().set(line + 1, withLeaf(whole.entry(line), TreeHash.leaf(other)));

      assertFault(spoilt, Kind.PROOF_FALSE, whole.entry(line), whole.id(line));
    }
  }

  @Test
  void a_forged_path_is_found_at_the_event_that_it_is_of() {
    for (int line = 0; line < whole.lines().size(); line++) {
      Entry entry = whole.entry(line);
      for (int level = 0; level < entry.path().size(); level++) {
        Export spoilt = log.whole();
        var path = new ArrayList<>(entry.path());
        path.set(level, TreeHash.empty());
        spoilt.proof().set(line + 1, withPath(entry, path));

        assertFault(spoilt, Kind.PROOF_FALSE, entry, whole.id(line));
      }
    }
  }

  @Test
  void a_hash_that_is_another_than_the_event_has_is_the_proofs_fault() {
    Export spoilt = log.whole();
    spoilt.proof().set(10, withLeaf(whole.entry(9), TreeHash.empty()));

    assertFault(spoilt, Kind.PROOF_FALSE, whole.entry(9), whole.id(9));
    assertThat(fault(spoilt, trust).sentence()).contains("is as the log has it");
  }

  @Test
  void a_proof_that_calls_an_event_by_another_name_is_false() {
    Export spoilt = log.whole();
    Entry entry = whole.entry(9);
    spoilt
        .proof()
        .set(
            10,
            new Entry(
                entry.topicId(),
                entry.partition(),
                entry.index(),
                entry.offset(),
                "another",
                1,
                entry.leaf(),
                entry.path()));

    assertFault(spoilt, Kind.PROOF_FALSE, entry, whole.id(9));
  }

  @Test
  void a_partition_left_out_of_both_files_is_missed_where_its_checkpoint_is_trusted() {
    KnownLog smaller = new KnownLog();
    for (int i = 0; i < 5; i++) smaller.add(-1, KnownLog.event("g-" + i, "team", null, i));

    assertThat(smaller.whole().verify(KnownLog.trust())).isInstanceOf(Verdict.Holds.class);
    Fault fault = fault(smaller.whole(), trust);
    assertThat(fault.kind()).isEqualTo(Kind.MISSING);
    assertThat(fault.sentence()).contains("baton/" + KnownLog.REFERRALS + "/0");
  }

  @Test
  void an_export_of_an_old_checkpoint_is_missing_what_came_after() {
    KnownLog later = KnownLog.of(EVENTS, 1).add(1, "{\"id\":\"later\"}");
    Fault fault = fault(whole, later.trusted());

    assertThat(fault.kind()).isEqualTo(Kind.OLD_CHECKPOINT);
    assertThat(fault.partition()).isEqualTo(1);
    assertThat(fault.index()).isEqualTo(Checkpoint.of(log.checkpoint(1)).size());
  }

  @Test
  void a_log_that_went_on_from_the_trusted_checkpoint_holds() {
    KnownLog later = KnownLog.of(EVENTS, 1).add(1, "{\"id\":\"later\"}").add(0, "{}");

    var holds = (Verdict.Holds) later.whole().verify(trust);

    assertThat(holds.unproven())
        .as("a fork that was signed behind the trusted checkpoint would hold as well")
        .filteredOn(each -> each.contains("newest checkpoint of it from elsewhere"))
        .hasSize(2)
        .anyMatch(
            each -> each.contains("leaf %d of".formatted(Checkpoint.of(log.checkpoint(1)).size())));
    assertThat(((Verdict.Holds) whole.verify(trust)).unproven())
        .noneMatch(each -> each.contains("from elsewhere"));
  }

  @Test
  void a_fork_is_found_at_the_same_size_and_further_on() {
    KnownLog other = KnownLog.of(EVENTS, 2);

    for (var trusted : other.checkpoints()) {
      Checkpoint checkpoint = Checkpoint.of(trusted);
      if (checkpoint.size() > 5)
        assertThat(fault(log.whole(), KnownLog.trust(trusted)).kind())
            .isIn(Kind.FORK, Kind.OLD_CHECKPOINT);
    }
    for (int size = 1; size <= 20; size++) {
      SignedNote earlier = other.checkpoint(0, size);
      assertThat(fault(whole, KnownLog.trust(earlier)).kind()).isEqualTo(Kind.FORK);
      assertThat(whole.verify(KnownLog.trust(log.checkpoint(0, size))))
          .isInstanceOf(Verdict.Holds.class);
    }
  }

  @Test
  void a_slice_is_bound_to_an_earlier_checkpoint_by_a_consistency_proof() {
    SignedNote earlier = log.checkpoint(0, 7);
    int size = (int) Checkpoint.of(log.checkpoint(0)).size();
    var proof = new Consistency(KnownLog.REFERRALS, 0, 7, log.tree(0, size).consistency(7));
    Slice slice = new Slice("r-2", null, null, null);
    Export connected =
        log.export(slice, (p, v) -> new String(v).contains("\"referral\":\"r-2\""), proof);

    assertThat(connected.verify(KnownLog.trust(earlier))).isInstanceOf(Verdict.Holds.class);
    assertThat(fault(log.ofReferral("r-2"), KnownLog.trust(earlier)).kind())
        .isEqualTo(Kind.UNCONNECTED);
    SignedNote fork = KnownLog.of(EVENTS, 2).checkpoint(0, 7);
    assertThat(fault(connected, KnownLog.trust(fork)).kind()).isEqualTo(Kind.UNCONNECTED);
  }

  @Test
  void an_event_left_out_of_a_slice_is_missed_in_its_stream() {
    Export slice = log.ofReferral("r-3");
    for (int line = 0; line < slice.lines().size(); line++) {
      EventLine left = EventLine.of(slice.lines().get(line));
      boolean last =
          slice.lines().subList(line + 1, slice.lines().size()).stream()
              .noneMatch(later -> EventLine.of(later).source().equals(left.source()));
      Slice wanted = new Slice("r-3", null, null, null);
      Export spoilt =
          log.export(
              wanted,
              (p, value) -> {
                EventLine event = EventLine.of(value);
                return "r-3".equals(event.referral()) && !left.id().equals(event.id());
              });
      if (last) {
        assertThat(spoilt.verify(trust)).isInstanceOf(Verdict.Holds.class);
        continue;
      }
      Fault fault = fault(spoilt, trust);
      assertThat(fault.kind()).isEqualTo(Kind.MISSING);
      assertThat(fault.sentence())
          .contains("number " + left.sequence() + " of stream r-3 of " + left.source());
    }
  }

  @Test
  void an_event_of_another_referral_does_not_belong_into_a_slice() {
    Export spoilt =
        log.export(new Slice("r-2", null, null, null), (partition, value) -> partition == 0);

    assertThat(fault(spoilt, trust).kind()).isEqualTo(Kind.ADDED);
  }

  @Test
  void a_span_of_time_holds_and_nothing_outside_belongs_into_it() {
    var span = new Slice(null, null, "2026-01-01T00:00:00.000002Z", "2026-01-01T00:00:00.000005Z");
    Export slice =
        log.export(span, (partition, value) -> span.covers(EventLine.of(value).recordedTime()));

    assertThat(((Verdict.Holds) slice.verify(trust)).unproven()).hasSize(2);
    assertThat(fault(log.export(span, (partition, value) -> true), trust).kind())
        .isEqualTo(Kind.ADDED);
  }

  @Test
  void another_key_is_not_believed() {
    NoteSigner other = NoteSigner.of(new byte[32]);
    var wrong = new Trust(other.verifierKey("baton", VerifierKey.Kind.NOTE), List.of(), List.of());

    assertThat(fault(whole, wrong).kind()).isEqualTo(Kind.SIGNATURE);
  }

  @Test
  void a_checkpoint_of_another_tree_is_not_believed() {
    var manifest = (Manifest) whole.proof().getFirst();
    var first = manifest.trees().getFirst();
    var trees = new ArrayList<>(manifest.trees());
    trees.set(
        0,
        new ProofLine.Tree(
            first.topic(), first.topicId(), first.partition(), log.checkpoint(1).toString()));
    whole.proof().set(0, new Manifest(Slice.WHOLE, 1, trees, List.of()));

    Fault fault = fault(whole, KnownLog.trust());
    assertThat(fault.kind()).isEqualTo(Kind.SIGNATURE);
    assertThat(fault.topicId()).isEqualTo(KnownLog.REGISTER);
  }

  @Test
  void witnesses_are_named_that_stand_by_every_checkpoint() {
    NoteSigner one = NoteSigner.of(new byte[32]);
    NoteSigner two = NoteSigner.of("another witness' key of 32 bytes".getBytes());
    var manifest = (Manifest) whole.proof().getFirst();
    var trees =
        manifest.trees().stream()
            .map(
                tree -> {
                  SignedNote note = SignedNote.parse(tree.checkpoint());
                  note = note.with(one.cosign("w.example/1", note.text(), 1_000));
                  if (tree.partition() == 0)
                    note = note.with(two.cosign("w.example/2", note.text(), 1_000));
                  return new ProofLine.Tree(
                      tree.topic(), tree.topicId(), tree.partition(), note.toString());
                })
            .toList();
    whole.proof().set(0, new Manifest(Slice.WHOLE, 1, trees, List.of()));
    var witnesses =
        List.of(
            one.verifierKey("w.example/1", VerifierKey.Kind.COSIGNATURE),
            two.verifierKey("w.example/2", VerifierKey.Kind.COSIGNATURE));
    var holds = (Verdict.Holds) whole.verify(new Trust(trust.log(), witnesses, List.of()));

    assertThat(holds.cosigners()).containsExactly("w.example/1");
    assertThat(holds.unproven())
        .filteredOn(each -> each.contains("witness"))
        .singleElement()
        .asString()
        .startsWith("that witness w.example/2 stands by it: 2 of the 4 checkpoints");
  }

  @Test
  void a_witness_whose_line_was_taken_away_is_not_passed_over_in_silence() {
    var witness =
        NoteSigner.of(new byte[32]).verifierKey("w.example/1", VerifierKey.Kind.COSIGNATURE);
    var holds =
        (Verdict.Holds) whole.verify(new Trust(trust.log(), List.of(witness), trust.checkpoints()));

    assertThat(holds.cosigners()).isEmpty();
    assertThat(holds.unproven())
        .anyMatch(each -> each.startsWith("that witness w.example/1 stands by it: 8 of the 8"));
  }

  @Test
  void the_logs_own_key_is_no_witness_and_a_witness_no_log() {
    VerifierKey own = trust.log().named(whole.entry(0).origin());
    VerifierKey witness =
        NoteSigner.of(new byte[32]).verifierKey("w.example/1", VerifierKey.Kind.COSIGNATURE);

    assertThatThrownBy(() -> new Trust(trust.log(), List.of(own), List.of()))
        .hasMessageContaining("not a witness's");
    assertThatThrownBy(() -> new Trust(witness, List.of(), List.of()))
        .hasMessageContaining("not a log's");
  }

  @Test
  void bytes_that_are_no_event_are_proved_like_any() {
    KnownLog odd =
        KnownLog.of(3, 1).add(0, "no\nevent\n\n").add(0, "").add(0, "{\"id\":3}").add(0, "\n");

    assertThat(odd.whole().verify(odd.trusted())).isInstanceOf(Verdict.Holds.class);
    Export spoilt = odd.whole();
    spoilt.lines().set(spoilt.lines().size() - 4, "no\nevent\n".getBytes());
    assertThat(spoilt.verify(odd.trusted())).isInstanceOf(Verdict.Fails.class);
  }

  @Test
  void a_log_without_events_holds() {
    KnownLog empty = KnownLog.of(0, 1);

    assertThat(((Verdict.Holds) empty.whole().verify(empty.trusted())).events()).isEqualTo(5);
    assertThat(Export.verify(empty.trusted(), new byte[0], empty.whole().proofBytes()))
        .isInstanceOf(Verdict.Fails.class);
  }

  private void assertFault(Export spoilt, Kind kind, Entry at, String event) {
    Fault fault = fault(spoilt, trust);
    assertThat(fault.kind()).as(fault.sentence()).isEqualTo(kind);
    assertThat(fault.topicId()).isEqualTo(at.topicId());
    assertThat(fault.partition()).isEqualTo(at.partition());
    assertThat(fault.index()).isEqualTo(at.index());
    assertThat(fault.event()).isEqualTo(event);
  }

  private static Fault fault(Export export, Trust trust) {
    return fault(export.verify(trust));
  }

  private static Fault fault(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.Fails.class);
    return ((Verdict.Fails) verdict).fault();
  }

  private static Entry withLeaf(Entry entry, byte[] leaf) {
    return new Entry(
        entry.topicId(),
        entry.partition(),
        entry.index(),
        entry.offset(),
        entry.event(),
        1,
        leaf,
        entry.path());
  }

  private static Entry withPath(Entry entry, List<byte[]> path) {
    return new Entry(
        entry.topicId(),
        entry.partition(),
        entry.index(),
        entry.offset(),
        entry.event(),
        1,
        entry.leaf(),
        path);
  }
}
