package baton.proof;

import baton.proof.Fault.Kind;
import baton.proof.ProofLine.Entry;

/** Ends a verification at the first fault. */
final class FaultFound extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Fault fault;

  private FaultFound(Fault fault) {
    super(fault.sentence(), null, false, false);
    this.fault = fault;
  }

  static FaultFound of(Kind kind, String sentence) {
    return new FaultFound(new Fault(kind, null, null, null, null, sentence));
  }

  /** Concerning a whole tree, or a leaf of which no bytes are at hand. */
  static FaultFound in(Kind kind, String topicId, int partition, Long index, String sentence) {
    return new FaultFound(new Fault(kind, topicId, partition, index, null, sentence));
  }

  static FaultFound at(Kind kind, Entry entry, String sentence) {
    return at(kind, entry, entry.event(), sentence);
  }

  static FaultFound at(Kind kind, Entry entry, String event, String sentence) {
    return new FaultFound(
        new Fault(kind, entry.topicId(), entry.partition(), entry.index(), event, sentence));
  }

  Fault fault() {
    return fault;
  }
}
