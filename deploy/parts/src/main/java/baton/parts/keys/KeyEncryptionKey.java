package baton.parts.keys;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * The key that wraps every referral's data key, as a Tink keyset in JSON. On one machine it is a
 * file that its owner alone reads; who loses it loses all personal data.
 */
public final class KeyEncryptionKey {

  private KeyEncryptionKey() {}

  /** Makes the file where there is none, and gives it back. */
  public static Path in(Path file) throws IOException {
    OwnerOnly.text(file, KeyEncryptionKey::fresh);
    return file;
  }

  private static String fresh() {
    try {
      AeadConfig.register();
      return TinkJsonProtoKeysetFormat.serializeKeyset(
          KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM),
          InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM is there on every JDK", e);
    }
  }
}
