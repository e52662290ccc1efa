package baton.parts.access;

import baton.parts.keys.OwnerOnly;
import baton.parts.keys.Pem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;

/**
 * The certificates of one installation: an authority of its own, which no other installation
 * trusts, and what it signed for the brokers and for {@code ./baton}. PEM files in one folder, made
 * where they are missing; those of the brokers and of {@code ./baton} again in their last year.
 * Clients know the authority only, and need nothing new when the others are renewed.
 */
public final class Certificates {
  private static final int AUTHORITY_DAYS = 20 * 365;
  private static final int SIGNED_DAYS = 5 * 365;
  private static final Duration RENEWED_BEFORE = Duration.ofDays(365);
  private static final int CLIENT_DAYS = 2 * 365;
  private static final String HERE = "san=ip:127.0.0.1,dns:localhost";
  private static final String CLIENT = "eku=clientAuth";

  private final Path folder;

  private Certificates(Path folder) {
    this.folder = folder;
  }

  /**
   * @param folder closed to others
   */
  static Certificates in(Path folder, Instant now) throws IOException {
    var certificates = new Certificates(folder);
    if (!certificates.last(now)) certificates.make();
    return certificates;
  }

  /** The authority's certificate, which clients are given. */
  public Path authority() {
    return folder.resolve("ca.pem");
  }

  /** Key and chain of the brokers. */
  Path broker() {
    return folder.resolve("broker.pem");
  }

  /** Key and chain of {@code ./baton}. */
  Path operator() {
    return folder.resolve("operator.pem");
  }

  private Path authorityKey() {
    return folder.resolve("ca.key");
  }

  private boolean last(Instant now) throws IOException {
    if (!Files.exists(authority())) return false;
    for (var signed : new Path[] {broker(), operator()})
      if (!Files.exists(signed)
          || Pem.certificates(signed)
              .getFirst()
              .getNotAfter()
              .toInstant()
              .isBefore(now.plus(RENEWED_BEFORE))) return false;
    return true;
  }

  private void make() throws IOException {
    try (var signer = new Signer(folder)) {
      Signer.Pair made = null;
      if (Files.exists(authority())) takeUp(signer);
      else made = signer.newAuthority(AUTHORITY_DAYS);
      OwnerOnly.put(
          broker(),
          signer.signed(LogUsers.BROKER, SIGNED_DAYS, HERE, "eku=serverAuth,clientAuth").both());
      OwnerOnly.put(operator(), signer.signed(LogUsers.OPERATOR, SIGNED_DAYS, CLIENT).both());
      if (made == null) return;
      OwnerOnly.put(authorityKey(), made.key());
      // Last: where it is, all of them are.
      OwnerOnly.put(authority(), made.chain());
    } catch (GeneralSecurityException e) {
      throw new IOException("the certificates in " + folder + " cannot be made", e);
    }
  }

  /** A key of its own for somebody who is to come by certificate. */
  Signer.Pair client(String name) throws IOException {
    try (var signer = new Signer(folder)) {
      takeUp(signer);
      return signer.signed(name, CLIENT_DAYS, CLIENT);
    } catch (GeneralSecurityException e) {
      throw new IOException("the certificate of " + name + " cannot be made", e);
    }
  }

  private void takeUp(Signer signer) throws IOException, GeneralSecurityException {
    signer.authority(
        Pem.privateKey(authorityKey(), "EC"), Pem.certificates(authority()).getFirst());
  }
}
