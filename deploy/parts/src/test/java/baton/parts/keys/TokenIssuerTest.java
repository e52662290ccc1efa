package baton.parts.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenIssuerTest {
  private static final Bearer ASSESSOR = new Bearer("assessor", "nca", "p-1001");

  @TempDir Path folder;

  @Test
  void the_token_says_who_and_for_how_long() throws Exception {
    var issuer = TokenIssuer.in(folder);
    var claims = checked(issuer.sign(ASSESSOR, Duration.ofHours(8)), issuer);
    assertThat(claims.getStringListClaimValue("groups")).containsExactly("assessor");
    assertThat(claims.getStringClaimValue("organisation")).isEqualTo("nca");
    assertThat(claims.getStringClaimValue("person")).isEqualTo("p-1001");
    assertThat(claims.getSubject()).isEqualTo("p-1001");
    assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
        .isEqualTo(8 * 3600);
  }

  @Test
  void tokens_of_an_earlier_run_still_hold() throws Exception {
    var token = TokenIssuer.in(folder).sign(ASSESSOR, Duration.ofHours(8));
    assertThat(checked(token, TokenIssuer.in(folder)).getSubject()).isEqualTo("p-1001");
  }

  @Test
  void an_expired_token_and_another_installations_are_refused(@TempDir Path elsewhere)
      throws Exception {
    var issuer = TokenIssuer.in(folder);
    var expired = issuer.sign(ASSESSOR, Duration.ofHours(-1));
    var foreign = TokenIssuer.in(elsewhere).sign(ASSESSOR, Duration.ofHours(8));
    assertThatThrownBy(() -> checked(expired, issuer)).isInstanceOf(InvalidJwtException.class);
    assertThatThrownBy(() -> checked(foreign, issuer)).isInstanceOf(InvalidJwtException.class);
  }

  @Test
  void keys_are_read_by_their_owner_alone() throws IOException {
    TokenIssuer.in(folder);
    var kek = KeyEncryptionKey.in(folder.resolve("kek.json"));
    for (var file : new Path[] {folder.resolve("token.key"), kek}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
    var first = Files.readString(kek);
    KeyEncryptionKey.in(kek);
    assertThat(kek).hasContent(first);
  }

  private static JwtClaims checked(String token, TokenIssuer issuer) throws Exception {
    return new JwtConsumerBuilder()
        .setExpectedIssuer("baton")
        .setExpectedAudience("baton")
        .setRequireExpirationTime()
        .setVerificationKey(publicKey(issuer.publicKeyFile()))
        .build()
        .processToClaims(token);
  }

  private static PublicKey publicKey(Path pem) throws Exception {
    var body = Files.readString(pem).replaceAll("-----[A-Z ]+-----", "");
    var bytes = Base64.getMimeDecoder().decode(body);
    return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(bytes));
  }
}
