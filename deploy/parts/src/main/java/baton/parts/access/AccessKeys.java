package baton.parts.access;

import baton.parts.keys.OwnerOnly;
import baton.parts.keys.Passwords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What opens the broker of one installation, in one folder that its owner alone looks into:
 * certificates, the secret that the standing users' passwords are derived from, and for each of
 * them a {@code client.properties} as Kafka's own tools take it.
 */
public final class AccessKeys {
  private final Path folder;
  private final Certificates certificates;
  private final Passwords passwords;

  private AccessKeys(Path folder, Certificates certificates, Passwords passwords) {
    this.folder = folder;
    this.certificates = certificates;
    this.passwords = passwords;
  }

  /** Makes in the folder what is missing there. */
  public static AccessKeys in(Path folder) throws IOException {
    OwnerOnly.folder(folder);
    return new AccessKeys(
        folder, Certificates.in(folder, Instant.now()), Passwords.in(folder.resolve("secret")));
  }

  /** Whether they were made: a broker from before that let in everybody. */
  public static boolean exist(Path folder) {
    return Files.exists(folder.resolve("ca.pem"));
  }

  public Path folder() {
    return folder;
  }

  public Certificates certificates() {
    return certificates;
  }

  /** Of the standing users; a force's is known to the force alone. */
  Map<String, String> passwords() {
    return LogUsers.standing().stream()
        .collect(Collectors.toMap(LogUser::name, user -> passwords.of(user.name())));
  }

  /** A user's file, for a process or a person who comes by password. */
  public Path file(LogUser user) {
    return folder.resolve(user.name() + ".properties");
  }

  /**
   * Writes every standing user's file, and the operator's.
   *
   * @param clients where clients come in: host:port, several parted by commas
   * @param inside where {@code ./baton} does
   */
  public void writeFiles(String clients, String inside) throws IOException {
    for (LogUser user : LogUsers.standing())
      OwnerOnly.put(
          file(user),
          ClientProperties.text(
              List.of(user.what()),
              ClientProperties.byPassword(
                  clients, user.name(), passwords.of(user.name()), certificates)));
    var operator = new HashMap<String, String>();
    operator(inside).forEach((name, value) -> operator.put(name, value.toString()));
    OwnerOnly.put(
        folder.resolve(LogUsers.OPERATOR + ".properties"),
        ClientProperties.text(
            List.of("may do everything: for ./baton and for whoever mends"), operator));
  }

  /** How {@code ./baton} comes in. */
  public Map<String, Object> operator(String inside) {
    return Map.copyOf(ClientProperties.byCertificate(inside, certificates));
  }
}
