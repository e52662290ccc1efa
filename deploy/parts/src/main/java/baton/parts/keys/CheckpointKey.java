package baton.parts.keys;

import baton.proof.NoteSigner;
import baton.proof.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/**
 * The Ed25519 key that signs what the log is: {@code checkpoint.key} (PKCS#8 PEM), and beside it
 * {@code checkpoint.pub}, with which anybody verifies an export. Who loses it cannot sign under
 * that name any more; what was signed stays verifiable.
 */
public final class CheckpointKey {
  private static final String NAME = "baton";

  private CheckpointKey() {}

  /** Makes both files in the folder where there are none, and gives back the private one. */
  public static Path in(Path folder) throws IOException {
    Path key = folder.resolve("checkpoint.key");
    OwnerOnly.text(key, () -> NoteSigner.freshPem(new SecureRandom()));
    Path published = folder.resolve("checkpoint.pub");
    if (!Files.exists(published))
      Files.writeString(
          published, NoteSigner.in(key).verifierKey(NAME, VerifierKey.Kind.NOTE) + "\n");
    return key;
  }
}
