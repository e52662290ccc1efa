package baton.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which of the witnesses that were named stand by every checkpoint that is used. */
final class Cosigners {
  /**
   * @param first that the witness has not signed
   * @param times how many there are
   */
  private record Unsigned(Checkpoint first, int times) {
    Unsigned and() {
      return new Unsigned(first, times + 1);
    }
  }

  private final List<VerifierKey> witnesses;
  private final Map<VerifierKey, Unsigned> unsigned = new LinkedHashMap<>();
  private int used;

  Cosigners(List<VerifierKey> witnesses) {
    this.witnesses = witnesses;
  }

  void use(SignedNote note, Checkpoint checkpoint) {
    used++;
    for (VerifierKey witness : witnesses)
      if (!note.signedBy(witness))
        unsigned.merge(witness, new Unsigned(checkpoint, 1), (known, _) -> known.and());
  }

  /** Their names; none where no checkpoint was used. */
  List<String> names() {
    if (used == 0) return List.of();
    return witnesses.stream()
        .filter(each -> !unsigned.containsKey(each))
        .map(VerifierKey::name)
        .distinct()
        .sorted()
        .toList();
  }

  /** Whoever holds the log's key can leave out a witness's line: that it is missing is told. */
  List<String> unproven() {
    var sentences = new ArrayList<String>();
    unsigned.forEach(
        (witness, missing) ->
            sentences.add(
                ("that witness %s stands by it: %d of the %d checkpoints that were used, first that"
                        + " of %s with %d events, are not signed by it")
                    .formatted(
                        witness.name(),
                        missing.times(),
                        used,
                        missing.first().origin(),
                        missing.first().size())));
    return sentences;
  }
}
