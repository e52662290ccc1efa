package baton.platform;

import baton.decision.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Whether this Baton is a copy of another one's log: it answers questions about it, and nothing is
 * stored or published of its own. Set by {@code baton.read-only}.
 */
@ApplicationScoped
public class ReadOnly {
  private final Optional<String> copyOf;

  public ReadOnly(BatonConfig config) {
    this.copyOf = config.readOnly();
  }

  public boolean holds() {
    return copyOf.isPresent();
  }

  /** Of what it is a copy, in words; empty where it is none. */
  public Optional<String> copyOf() {
    return copyOf;
  }

  /**
   * @throws RefusedException if this is a copy
   */
  public void requireOriginal() {
    if (holds()) throw new RefusedException(Refusal.conflict("read-only", sentence()));
  }

  /** What a caller is told who wants something of a copy that it does not do. */
  public String sentence() {
    return "This Baton is a read-only copy (%s): it answers about custody, audit and proofs, and takes no command; send it to the original"
        .formatted(copyOf.orElseThrow());
  }
}
