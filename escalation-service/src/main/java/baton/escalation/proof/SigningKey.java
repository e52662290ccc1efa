package baton.escalation.proof;

import baton.platform.BatonConfig;
import baton.platform.Problems;
import baton.proof.Checkpoint;
import baton.proof.NoteSigner;
import baton.proof.SignedNote;
import baton.proof.VerifierKey;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The key of the log, where this installation has one. */
@Singleton
public class SigningKey {
  private static final String NAME = "baton";

  private final Optional<NoteSigner> signer;

  SigningKey(BatonConfig config) {
    signer =
        config
            .checkpointKey()
            .map(
                file -> {
                  try {
                    return NoteSigner.in(file);
                  } catch (IOException e) {
                    throw new UncheckedIOException("BATON_CHECKPOINT_KEY: " + e.getMessage(), e);
                  }
                });
  }

  boolean there() {
    return signer.isPresent();
  }

  /** Signed under the name of its origin. */
  SignedNote sign(Checkpoint checkpoint) {
    return signer.orElseThrow().sign(checkpoint.origin(), checkpoint.text());
  }

  /** The key for whoever verifies, under its own name. */
  VerifierKey verifierKey() {
    return signer.orElseThrow(SigningKey::none).verifierKey(NAME, VerifierKey.Kind.NOTE);
  }

  /** 404: nothing is signed here. */
  private static RuntimeException none() {
    return Problems.of(
        404,
        "no-checkpoint-key",
        "Nothing is signed here",
        "this installation has no key for checkpoints; an operator names its file in"
            + " BATON_CHECKPOINT_KEY");
  }
}
