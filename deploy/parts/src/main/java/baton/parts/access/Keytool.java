package baton.parts.access;

import baton.parts.PartFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The JDK's {@code keytool} on one key store; the JDK has no other public way to sign. */
final class Keytool {
  /** Names the variable that the password is in: others see a process's arguments. */
  private static final String PASSWORD = "BATON_KEYTOOL_PASSWORD";

  private final Path store;
  private final String password;

  Keytool(Path store, String password) {
    this.store = store;
    this.password = password;
  }

  /**
   * Makes a key pair on P-256 and a certificate for it.
   *
   * @param further {@code keytool}'s own words: by whom it is signed, what for
   */
  void makePair(String alias, String name, int days, String... further) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC",
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                "CN=" + name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                // A clock that is set right a little later must not make it one of the future.
                "-startdate",
                "-1H",
                "-validity",
                Integer.toString(days),
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass:env",
                PASSWORD));
    command.addAll(List.of(further));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put(PASSWORD, password);
    var process = builder.start();
    try {
      process.getOutputStream().close();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0)
        throw new PartFailed("the certificate of " + name + " cannot be made: " + said.strip());
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new PartFailed("interrupted while making certificates", e);
    }
  }
}
