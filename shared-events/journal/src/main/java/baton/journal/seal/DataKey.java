package baton.journal.seal;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;

/** One AES-256-GCM key in use. Knows its id, never shows its bytes. */
public final class DataKey {
  static final int BYTES = 32;

  private final String id;
  private final AesGcmJce aead;

  public DataKey(String id, byte[] key) throws GeneralSecurityException {
    if (key.length != BYTES) throw new GeneralSecurityException("a data key has 256 bits");
    this.id = id;
    this.aead = new AesGcmJce(key);
  }

  public String id() {
    return id;
  }

  byte[] seal(byte[] plain, byte[] associated) throws GeneralSecurityException {
    return aead.encrypt(plain, associated);
  }

  byte[] open(byte[] box, byte[] associated) throws GeneralSecurityException {
    return aead.decrypt(box, associated);
  }

  @Override
  public String toString() {
    return "DataKey[" + id + "]";
  }
}
