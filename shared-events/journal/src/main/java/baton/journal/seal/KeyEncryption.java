package baton.journal.seal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * The key-encryption key, which wraps every data key. Services only ever read it: one that made a
 * new key where the old file is missing would lock every stored referral for good.
 */
public final class KeyEncryption {
  private KeyEncryption() {}

  /**
   * Reads a Tink keyset in JSON.
   *
   * @throws IOException if there is no file, or it holds no AES-GCM keyset
   */
  public static Aead read(Path file) throws IOException {
    try {
      return parse(Files.readString(file));
    } catch (GeneralSecurityException unusable) {
      throw new IOException(file + " holds no Tink keyset for AES-GCM", unusable);
    }
  }

  /** A Tink keyset in JSON, as a secret store hands it over. */
  public static Aead parse(String keyset) throws GeneralSecurityException {
    AeadConfig.register();
    return TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get())
        .getPrimitive(RegistryConfiguration.get(), Aead.class);
  }
}
