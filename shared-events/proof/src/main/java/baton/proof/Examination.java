package baton.proof;

import baton.proof.Fault.Kind;
import baton.proof.Lines.Line;
import baton.proof.ProofLine.Entry;
import baton.proof.ProofLine.Manifest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.function.LongConsumer;

/** One verification: the two files side by side, an event at a time. */
final class Examination {
  /** An event on the log is never longer. */
  private static final int EVENT_MAX = 1024 * 1024;

  private final Trust trust;
  private final Lines export;
  private final ProofReader proof;
  private final LongConsumer progress;
  private final Verifier.Taker taker;

  private Slice slice;
  private Map<String, CheckedTree> trees;
  private Iterator<CheckedTree> order;
  private CheckedTree tree;
  private StreamGaps gaps;
  private long events;

  Examination(
      Trust trust, Lines export, ProofReader proof, LongConsumer progress, Verifier.Taker taker) {
    this.trust = trust;
    this.export = export;
    this.proof = proof;
    this.progress = progress;
    this.taker = taker;
  }

  Verdict verdict() throws IOException, FaultFound {
    Manifest manifest = proof.manifest();
    slice = manifest.slice();
    gaps = new StreamGaps(slice.from() == null);
    var checkpoints = new Checkpoints(trust, manifest);
    trees = checkpoints.trees();
    if (slice.whole() && trees.isEmpty())
      throw FaultFound.of(Kind.MALFORMED, "the proof file has no tree, and a whole log has some");
    order = trees.values().iterator();
    ProofLine line;
    for (line = proof.next(); line instanceof Entry entry; line = proof.next()) {
      check(entry);
      progress.accept(++events);
    }
    if (line instanceof Manifest)
      throw FaultFound.of(Kind.MALFORMED, "the proof file has two first lines");
    proof.requireEnd();
    end();
    var unproven = new ArrayList<>(checkpoints.unproven());
    Unproven.of(slice, gaps.gaveUp(), unproven);
    return new Verdict.Holds(slice, events, checkpoints.cosigners(), unproven);
  }

  private void check(Entry entry) throws IOException, FaultFound {
    enter(entry);
    tree.expect(entry, slice.whole());
    Line line = export.next(entry.lines(), EVENT_MAX);
    boolean proved = tree.proves(entry, entry.leaf());
    if (line == null) {
      if (!proved) throw unproved(entry);
      throw FaultFound.at(
          Kind.MISSING,
          entry,
          "the export ends before event %s of leaf %d".formatted(entry.event(), entry.index()));
    }
    EventLine event = EventLine.of(line.bytes());
    boolean same = Arrays.equals(line.leaf(), entry.leaf());
    if (!proved) {
      if (!same && tree.proves(entry, line.leaf()))
        throw FaultFound.at(
            Kind.PROOF_FALSE,
            entry,
            "event %s is as the log has it, but the proof file gives another hash for it"
                .formatted(event.id()));
      throw unproved(entry);
    }
    if (!same) throw new Diagnosis(export, proof).of(entry, line.leaf(), event);
    if (entry.event() != null && !entry.event().equals(event.id()))
      throw FaultFound.at(
          Kind.PROOF_FALSE,
          entry,
          event.id(),
          "the proof file calls event %s by the name of %s".formatted(event.id(), entry.event()));
    if (!slice.whole()) inSlice(event, entry);
    tree.passed(entry, slice.whole());
    taker.take(tree.tree(), line.bytes());
  }

  /** Trees come in the order of the manifest. */
  private void enter(Entry entry) throws FaultFound {
    if (tree != null && tree.tree().origin().equals(entry.origin())) return;
    if (!trees.containsKey(entry.origin()))
      throw FaultFound.at(
          Kind.PROOF_FALSE, entry, "the proof file has no checkpoint of " + entry.origin());
    do {
      if (slice.whole() && tree != null) tree.requireComplete();
      if (!order.hasNext())
        throw FaultFound.at(
            Kind.MOVED, entry, "the events of " + entry.origin() + " do not stand together");
      tree = order.next();
    } while (!tree.tree().origin().equals(entry.origin()));
  }

  private static FaultFound unproved(Entry entry) {
    return FaultFound.at(
        Kind.PROOF_FALSE,
        entry,
        "event %s is not in leaf %d of the tree that was signed: it was changed, added or moved"
                .formatted(entry.event(), entry.index())
            + " together with its proof, or the proof was damaged");
  }

  private void inSlice(EventLine event, Entry entry) throws FaultFound {
    gaps.read(event, entry);
    if (slice.referral() != null && !slice.referral().equals(event.referral()))
      throw FaultFound.at(
          Kind.ADDED,
          entry,
          "event %s is one of the log, but not of referral %s"
              .formatted(event.id(), slice.referral()));
    if (!slice.covers(event.recordedTime()))
      throw FaultFound.at(
          Kind.ADDED,
          entry,
          "event %s is one of the log, but was not recorded in the span".formatted(event.id()));
  }

  private void end() throws IOException, FaultFound {
    if (slice.whole()) {
      if (tree != null) tree.requireComplete();
      while (order.hasNext()) order.next().requireComplete();
    }
    Line more = export.next(1, EVENT_MAX);
    if (more != null) {
      String id = EventLine.of(more.bytes()).id();
      throw FaultFound.of(
          Kind.ADDED, "the export goes on with event %s, where the proof file ends".formatted(id));
    }
    var gap = gaps.first().orElse(null);
    if (gap != null)
      throw FaultFound.at(
          Kind.MISSING,
          gap.before(),
          null,
          "number %d of stream %s of %s is missing before event %s"
              .formatted(gap.sequence(), gap.subject(), gap.source(), gap.before().event()));
  }
}
