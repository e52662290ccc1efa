package baton.local.commands;

import baton.contract.Force;
import baton.local.Brokers;
import baton.local.CopyMark;
import baton.local.Trouble;
import baton.parts.access.ClientProperties;
import baton.parts.access.ForceAccess;
import baton.parts.access.LogUsers;
import baton.parts.keys.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "add",
    description = {
      "Makes the force's two topics, its user and what it may do, and prints the client.properties",
      "that its system comes in with. Run again, it changes nothing."
    },
    footer = {
      "",
      "The password, or the certificate's key, is shown this once and kept nowhere: hand it over"
          + " by",
      "a safe way. A certificate lasts two years; a new one ends the one before.",
      "Exit code 0: the force is let in, from now on or already; 1: it could not be done;",
      "2: wrong usage.",
      "",
      "  baton force add 46",
      "  baton force add 46 --out kent.properties",
      "  baton force add 46 --new-password --out kent.properties",
      "  baton force add 46 --certificate --out kent.properties"
    })
final class ForceAddCommand implements Callable<Integer> {
  @ParentCommand private ForceCommand forces;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FORCE", description = "Its code, such as 46 for Kent.")
  private String given;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Writes the settings there, for nobody but you to read, instead of printing.")
  private Path out;

  @Option(
      names = "--certificate",
      description = "By certificate, beside the password: for tools such as Debian 12's kcat.")
  private boolean certificate;

  @Option(
      names = {"--new-password", "--new"},
      description = "Another one for a force that is let in already; the old one ends.")
  private boolean renew;

  /** What was made stands in {@link #out}. */
  private boolean written;

  @Override
  public Integer call() throws IOException {
    CopyMark.requireNone(forces.home());
    var force = ForceCommand.force(given);
    if (out != null && Files.exists(out))
      throw new Trouble(out + " is there already; name a new file");
    return forces.change((brokers, access) -> add(force, brokers, access));
  }

  private int add(Force force, Brokers brokers, ForceAccess access) throws IOException {
    var settings = settings(force, brokers, access);
    var user = LogUsers.nameOf(force.code());
    var err = spec.commandLine().getErr();
    if (settings.isEmpty()) {
      err.println(
          "baton: %s is let in already, and only the force has what it comes in with; --new makes another"
              .formatted(user));
    } else if (out == null) {
      spec.commandLine().getOut().print(settings.get());
      spec.commandLine().getOut().flush();
    } else {
      err.println("baton: %s is let in by %s, which is kept nowhere else".formatted(user, out));
    }
    return 0;
  }

  /** A file that lets nobody in, because the broker did not hear of it, does not stay. */
  private Optional<String> settings(Force force, Brokers brokers, ForceAccess access)
      throws IOException {
    try {
      return certificate ? certificate(force, brokers, access) : password(force, brokers, access);
    } catch (IOException | RuntimeException failure) {
      if (written) Files.deleteIfExists(out);
      throw failure;
    }
  }

  private Optional<String> password(Force force, Brokers brokers, ForceAccess access)
      throws IOException {
    var certificates = brokers.keys().certificates();
    return access.byPassword(
        force,
        brokers.numbers().size(),
        renew,
        password ->
            kept(ClientProperties.ofForce(brokers.bootstrap(), force, password, certificates)));
  }

  private Optional<String> certificate(Force force, Brokers brokers, ForceAccess access)
      throws IOException {
    var certificates = brokers.keys().certificates();
    return access.byCertificate(
        force,
        brokers.numbers().size(),
        renew,
        name ->
            kept(
                ClientProperties.ofForceByCertificate(
                    brokers.certified(), force, name, certificates)));
  }

  /** On the disk before the broker knows of it, and before what was there ends. */
  private String kept(String settings) throws IOException {
    if (out == null) return settings;
    try {
      OwnerOnly.put(out.toAbsolutePath(), settings);
      written = true;
    } catch (IOException e) {
      throw new Trouble(out + " cannot be written (" + e + "); nothing was changed", e);
    }
    return settings;
  }
}
