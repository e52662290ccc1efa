package baton.allocation.platform;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** What only allocation-service is told, besides {@link baton.platform.BatonConfig}. */
@ConfigMapping(prefix = "baton")
public interface AllocationConfig {
  /**
   * BATON_ROSTER: a JSON file with a list of rosters, each the body of {@code PUT
   * /roster/{organisation}} with its {@code organisation}; taken at start where it has changed.
   */
  Optional<Path> roster();
}
