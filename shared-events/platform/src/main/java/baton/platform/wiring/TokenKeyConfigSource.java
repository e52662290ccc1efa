package baton.platform.wiring;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * BATON_TOKEN_KEY is the public key that tokens are checked by: PEM, or the path of a PEM file.
 * Quarkus OIDC takes only the key itself, so a path is read here.
 */
public final class TokenKeyConfigSource implements ConfigSourceFactory {

  private static final int BELOW_APPLICATION_PROPERTIES = 200;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    ConfigValue given = context.getValue("baton.token-key");
    if (given == null || given.getValue() == null || given.getValue().isBlank()) return List.of();
    return List.of(
        new PropertiesConfigSource(
            Map.of("quarkus.oidc.public-key", pem(given.getValue().strip())),
            "baton.token-key",
            BELOW_APPLICATION_PROPERTIES));
  }

  private static String pem(String keyOrPath) {
    if (keyOrPath.startsWith("-----")) return keyOrPath;
    try {
      Path file = Path.of(keyOrPath);
      return Files.isRegularFile(file) ? Files.readString(file) : keyOrPath;
    } catch (InvalidPathException keyWithoutHeader) {
      return keyOrPath;
    } catch (IOException e) {
      throw new UncheckedIOException("BATON_TOKEN_KEY cannot be read from " + keyOrPath, e);
    }
  }
}
