package baton.parts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A random value in a file that only its owner reads; one password per user is derived from it. */
final class Secret {
  private static final int BYTES = 32;
  private final byte[] bytes;

  private Secret(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Reads the file, or makes it when it is not there. */
  static Secret in(Path file) throws IOException {
    try {
      var fresh = new byte[BYTES];
      new SecureRandom().nextBytes(fresh);
      var ownerOnly =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      Files.createFile(file, ownerOnly);
      Files.writeString(file, Base64.getEncoder().encodeToString(fresh));
      return new Secret(fresh);
    } catch (FileAlreadyExistsException made) {
      return new Secret(Base64.getDecoder().decode(Files.readString(file).strip()));
    }
  }

  String passwordOf(String user) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
      var digest = mac.doFinal(user.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
