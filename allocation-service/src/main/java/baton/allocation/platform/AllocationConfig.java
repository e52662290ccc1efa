package baton.allocation.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What only allocation-service is told, besides {@link baton.platform.BatonConfig}. */
@ConfigMapping(prefix = "baton")
public interface AllocationConfig {
  /**
   * BATON_ROSTER: a JSON file with a list of rosters, each the body of {@code PUT
   * /roster/{organisation}} with its {@code organisation}; taken at start where it has changed.
   */
  Optional<Path> roster();

  /**
   * BATON_ABSENCE_MAX: how long somebody may be away, ISO 8601, before what he or she has goes to
   * who covers (R4). Source of the default: this project's choice; a force may say otherwise.
   */
  @WithDefault("P14D")
  Duration absenceMax();

  Feed feed();

  /** How feeds are read as event streams. Times are the system clock's. */
  interface Feed {
    /** BATON_FEED_HEARTBEAT: a comment line where nothing else was sent for so long. */
    @WithDefault("15s")
    Duration heartbeat();

    /** BATON_FEED_BLOCKED_MAX: who takes nothing for so long is cut, and resumes as it likes. */
    @WithDefault("60s")
    Duration blockedMax();

    /** BATON_FEED_STREAMS_EACH: of one organisation at one instance. */
    @WithDefault("100")
    int streamsEach();
  }
}
