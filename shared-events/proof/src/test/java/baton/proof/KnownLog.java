package baton.proof;

import baton.proof.ProofLine.Consistency;
import baton.proof.ProofLine.End;
import baton.proof.ProofLine.Entry;
import baton.proof.ProofLine.Manifest;
import baton.proof.ProofLine.Tree;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** A log in memory, and exports of it as Baton makes them. */
final class KnownLog {
  static final NoteSigner KEY = NoteSigner.of("a log's key of 32 bytes, for us.".getBytes());
  static final String REGISTER = "cmVnaXN0ZXI";
  static final String REFERRALS = "cmVmZXJyYWxz";

  private final TreeMap<Integer, List<byte[]>> partitions = new TreeMap<>();

  /** The register is partition -1 here. */
  KnownLog add(int partition, String value) {
    partitions
        .computeIfAbsent(partition, p -> new ArrayList<>())
        .add(value.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** As many events, of referrals with streams of two services. */
  static KnownLog of(int events, long seed) {
    var random = new Random(seed);
    var log = new KnownLog();
    var next = new TreeMap<String, Integer>();
    for (int i = 0; i < 5; i++) log.add(-1, event("g-" + i, "team", null, i));
    for (int p = 0; p < 3; p++) log.partitions.put(p, new ArrayList<>());
    for (int i = 0; i < events; i++) {
      int referral = random.nextInt(7);
      String source = random.nextBoolean() ? "/intake-service" : "/risk-service";
      int sequence = next.merge(source + referral, 1, Integer::sum) - 1;
      log.add(referral % 2, event("e-" + i, source, "r-" + referral, sequence));
    }
    return log;
  }

  static String event(String id, String source, String referral, int sequence) {
    return """
        {"specversion":"1.0","id":"%s","source":"%s","type":"baton.x.v1","subject":"%s",%s\
        "streamsequence":"%010d","recordedtime":"2026-01-01T00:00:00.00000%dZ","data":{"sealed":{"box":"x"}}}"""
        .formatted(
            id,
            source,
            referral == null ? "s" : referral,
            referral == null ? "" : "\"referral\":\"" + referral + "\",",
            sequence,
            sequence % 10);
  }

  SignedNote checkpoint(int partition) {
    return checkpoint(partition, partitions.get(partition).size());
  }

  SignedNote checkpoint(int partition, int size) {
    String origin = Checkpoint.origin(topicId(partition), Math.max(partition, 0));
    return KEY.sign(origin, new Checkpoint(origin, size, tree(partition, size).root()).text());
  }

  List<SignedNote> checkpoints() {
    return partitions.keySet().stream().map(this::checkpoint).toList();
  }

  static Trust trust(SignedNote... checkpoints) {
    return new Trust(
        KEY.verifierKey("baton", VerifierKey.Kind.NOTE), List.of(), List.of(checkpoints));
  }

  Trust trusted() {
    return trust(checkpoints().toArray(SignedNote[]::new));
  }

  Export whole() {
    return export(Slice.WHOLE, (partition, value) -> true);
  }

  Export ofReferral(String referral) {
    return export(
        new Slice(referral, null, null, null),
        (partition, value) ->
            new String(value, StandardCharsets.UTF_8)
                .contains("\"referral\":\"" + referral + "\""));
  }

  Export export(Slice slice, BiPredicate<Integer, byte[]> selected, Consistency... consistency) {
    var lines = new ArrayList<byte[]>();
    var trees = new ArrayList<Tree>();
    var entries = new ArrayList<ProofLine>();
    partitions.forEach(
        (partition, events) -> {
          String topic = partition < 0 ? "baton.register" : "baton.referrals";
          trees.add(
              new Tree(
                  topic,
                  topicId(partition),
                  Math.max(partition, 0),
                  checkpoint(partition).toString()));
          long last = -1;
          for (int index = 0; index < events.size(); index++) {
            byte[] value = events.get(index);
            if (!selected.test(partition, value)) continue;
            lines.add(value);
            entries.add(entry(partition, index, last));
            last = index;
          }
        });
    var proof = new ArrayList<ProofLine>();
    proof.add(new Manifest(slice, 1, trees, List.of(consistency)));
    proof.addAll(entries);
    proof.add(new End());
    return new Export(lines, proof);
  }

  private Entry entry(int partition, int index, long last) {
    List<byte[]> events = partitions.get(partition);
    byte[] value = events.get(index);
    return new Entry(
        topicId(partition),
        Math.max(partition, 0),
        index,
        2L * index,
        EventLine.of(value).id(),
        (int) new String(value, StandardCharsets.UTF_8).chars().filter(c -> c == '\n').count() + 1,
        TreeHash.leaf(value),
        tree(partition, events.size()).inclusion(index, last));
  }

  MerkleTree tree(int partition, int size) {
    var hashes = partitions.get(partition).stream().map(TreeHash::leaf).toList();
    return new MerkleTree(new MerkleTreeTest.Leaves(hashes)::hash, size);
  }

  private static String topicId(int partition) {
    return partition < 0 ? REGISTER : REFERRALS;
  }

  /** Two files, to be spoilt line by line. */
  record Export(List<byte[]> lines, List<ProofLine> proof) {
    Verdict verify(Trust trust) {
      return verify(trust, bytes(lines.stream()), proofBytes());
    }

    static Verdict verify(Trust trust, byte[] export, byte[] proof) {
      try {
        return new Verifier(trust)
            .verify(new ByteArrayInputStream(export), new ByteArrayInputStream(proof));
      } catch (IOException e) {
        throw new AssertionError("memory is always readable", e);
      }
    }

    byte[] exportBytes() {
      return bytes(lines.stream());
    }

    byte[] proofBytes() {
      return bytes(proof.stream().map(ProofFormat::write));
    }

    String id(int line) {
      return EventLine.of(lines.get(line)).id();
    }

    Entry entry(int line) {
      return (Entry) proof.get(line + 1);
    }

    private static byte[] bytes(Stream<byte[]> lines) {
      var bytes = new ByteArrayOutputStream();
      lines.forEach(
          line -> {
            bytes.writeBytes(line);
            bytes.write('\n');
          });
      return bytes.toByteArray();
    }
  }
}
