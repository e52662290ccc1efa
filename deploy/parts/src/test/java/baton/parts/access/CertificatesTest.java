package baton.parts.access;

import static org.assertj.core.api.Assertions.assertThat;

import baton.parts.keys.Pem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {
  @TempDir private Path folder;

  @Test
  void are_made_once_and_renewed_in_their_last_year_by_the_same_authority() throws Exception {
    var now = Instant.now();
    var made = Certificates.in(folder, now);
    var authority = Pem.certificates(made.authority()).getFirst();
    var broker = Files.readString(made.broker());
    Pem.certificates(made.broker()).getFirst().verify(authority.getPublicKey());
    Pem.certificates(made.operator()).getFirst().verify(authority.getPublicKey());

    Certificates.in(folder, now.plus(Duration.ofDays(3 * 365)));
    assertThat(Files.readString(made.broker())).isEqualTo(broker);

    Certificates.in(folder, now.plus(Duration.ofDays(4 * 365 + 30)));
    assertThat(Files.readString(made.broker())).isNotEqualTo(broker);
    assertThat(Pem.certificates(made.authority()).getFirst()).isEqualTo(authority);
    Pem.certificates(made.broker()).getFirst().verify(authority.getPublicKey());
    try (var files = Files.list(folder)) {
      assertThat(files.map(Path::getFileName).map(Path::toString))
          .containsExactlyInAnyOrder("ca.pem", "ca.key", "broker.pem", "operator.pem");
    }
  }
}
