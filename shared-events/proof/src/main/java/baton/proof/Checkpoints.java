package baton.proof;

import baton.proof.Fault.Kind;
import baton.proof.ProofLine.Consistency;
import baton.proof.ProofLine.Manifest;
import baton.proof.ProofLine.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the checkpoints that a proof file brings with those that are trusted. */
final class Checkpoints {
  private final Trust trust;
  private final Manifest manifest;
  private final Map<String, List<Checkpoint>> trusted = new LinkedHashMap<>();
  private final Cosigners cosigners;
  private final List<String> unproven = new ArrayList<>();

  Checkpoints(Trust trust, Manifest manifest) {
    this.trust = trust;
    this.manifest = manifest;
    this.cosigners = new Cosigners(trust.witnesses());
  }

  /** The trees, by origin, in the order in which their events must come. */
  Map<String, CheckedTree> trees() throws FaultFound {
    for (SignedNote note : trust.checkpoints()) {
      Checkpoint checkpoint = signed(note, "the trusted checkpoint");
      trusted.computeIfAbsent(checkpoint.origin(), o -> new ArrayList<>()).add(checkpoint);
    }
    var trees = new LinkedHashMap<String, CheckedTree>();
    for (Tree tree : manifest.trees()) {
      CheckedTree checked = checked(tree);
      if (trees.put(tree.origin(), checked) != null)
        throw FaultFound.of(Kind.MALFORMED, "the proof file has two trees " + tree.origin());
    }
    requireAll(trees.keySet());
    unproven.addAll(cosigners.unproven());
    return trees;
  }

  /** Witnesses who signed all that was used; none where nothing was. */
  List<String> cosigners() {
    return cosigners.names();
  }

  List<String> unproven() {
    return unproven;
  }

  private CheckedTree checked(Tree tree) throws FaultFound {
    Checkpoint own = own(tree);
    var earlier = new ArrayList<Checkpoint>();
    List<Checkpoint> known = trusted.getOrDefault(tree.origin(), List.of());
    for (Checkpoint each : known) {
      if (each.size() > own.size()) throw old(tree, own, each);
      if (each.size() == own.size() && !each.sameRoot(own.root())) throw fork(tree, each);
      if (each.size() < own.size() && !connected(tree, each, own)) earlier.add(each);
    }
    long largest = known.stream().mapToLong(Checkpoint::size).max().orElse(-1);
    if (largest < own.size()) unproven.add(unbound(tree.origin(), largest, own.size()));
    return new CheckedTree(tree, own, earlier);
  }

  /**
   * What stands behind every checkpoint from elsewhere rests on the export's own alone.
   *
   * @param largest size of those from elsewhere, -1 without any
   */
  private static String unbound(String origin, long largest, long size) {
    return largest < 0
        ? ("that nothing was recorded after the checkpoint of %s, and that Baton shows everybody"
                + " the same: no checkpoint of it from elsewhere was given")
            .formatted(origin)
        : ("that nothing else was recorded after leaf %d of %s, and that Baton shows everybody the"
                + " same there: the newest checkpoint of it from elsewhere has %d events, the"
                + " export's own %d")
            .formatted(size - 1, origin, largest, size);
  }

  private Checkpoint own(Tree tree) throws FaultFound {
    SignedNote note;
    try {
      note = SignedNote.parse(tree.checkpoint());
    } catch (IllegalArgumentException e) {
      throw FaultFound.of(
          Kind.MALFORMED, "the checkpoint of %s: %s".formatted(tree.origin(), e.getMessage()));
    }
    Checkpoint own = signed(note, "the checkpoint of " + tree.origin());
    if (!own.origin().equals(tree.origin()))
      throw FaultFound.in(
          Kind.SIGNATURE,
          tree.topicId(),
          tree.partition(),
          null,
          "the checkpoint is one of %s, not of %s".formatted(own.origin(), tree.origin()));
    return own;
  }

  private Checkpoint signed(SignedNote note, String which) throws FaultFound {
    Checkpoint checkpoint;
    try {
      checkpoint = Checkpoint.of(note);
      if (!note.signedBy(trust.log().named(checkpoint.origin())))
        throw FaultFound.of(
            Kind.SIGNATURE, which + " is not signed by the key of the log that is trusted");
    } catch (IllegalArgumentException e) {
      throw FaultFound.of(Kind.MALFORMED, which + ": " + e.getMessage());
    }
    cosigners.use(note, checkpoint);
    return checkpoint;
  }

  /** By a consistency proof; the whole log shows it by its own leaves. */
  private boolean connected(Tree tree, Checkpoint earlier, Checkpoint own) throws FaultFound {
    boolean proved =
        manifest.consistency().stream()
            .filter(each -> each.origin().equals(tree.origin()) && each.from() == earlier.size())
            .map(Consistency::path)
            .anyMatch(
                path ->
                    ProofCheck.consistent(
                        earlier.size(), earlier.root(), own.size(), own.root(), path));
    if (!proved && !manifest.slice().whole())
      throw FaultFound.in(
          Kind.UNCONNECTED,
          tree.topicId(),
          tree.partition(),
          null,
          "the trusted checkpoint has %d events, the export's %d, and the proof file does not prove"
                  .formatted(earlier.size(), own.size())
              + " that the one goes on from the other: export with since="
              + tree.topicId()
              + "/"
              + tree.partition()
              + "/"
              + earlier.size());
    return proved;
  }

  private static FaultFound old(Tree tree, Checkpoint own, Checkpoint trusted) {
    return FaultFound.in(
        Kind.OLD_CHECKPOINT,
        tree.topicId(),
        tree.partition(),
        own.size(),
        "the export ends with leaf %d of partition %d of %s, the trusted checkpoint has %d more"
            .formatted(
                own.size() - 1, tree.partition(), tree.topic(), trusted.size() - own.size()));
  }

  private static FaultFound fork(Tree tree, Checkpoint trusted) {
    return FaultFound.in(
        Kind.FORK,
        tree.topicId(),
        tree.partition(),
        null,
        "two checkpoints of partition %d of %s with %d events, both signed, have other roots"
            .formatted(tree.partition(), tree.topic(), trusted.size()));
  }

  /** The whole log is all that the trusted checkpoints know. */
  private void requireAll(Set<String> origins) throws FaultFound {
    if (!manifest.slice().whole()) return;
    for (var known : trusted.entrySet())
      if (!origins.contains(known.getKey())
          && known.getValue().stream().anyMatch(each -> each.size() > 0))
        throw FaultFound.of(
            Kind.MISSING, "the export has nothing of " + known.getKey() + ", which is trusted");
  }
}
