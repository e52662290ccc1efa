package baton.platform.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenKeyConfigSourceTest {

  private static final String PEM =
      "-----BEGIN PUBLIC KEY-----\nsynthetic\n-----END PUBLIC KEY-----";

  @Test
  void a_key_is_taken_as_it_is() {
    assertThat(publicKey(PEM)).isEqualTo(PEM);
    assertThat(publicKey("MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A")).startsWith("MIIB");
  }

  @Test
  void a_path_is_read(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("key.pem"), PEM);
    assertThat(publicKey(file.toString())).isEqualTo(PEM);
  }

  @Test
  void without_one_an_oidc_provider_may_be_configured() {
    assertThat(publicKey(" ")).isNull();
  }

  private static String publicKey(String tokenKey) {
    return new SmallRyeConfigBuilder()
        .withSources(new PropertiesConfigSource(Map.of("baton.token-key", tokenKey), "test", 100))
        .withSources(new TokenKeyConfigSource())
        .build()
        .getRawValue("quarkus.oidc.public-key");
  }
}
