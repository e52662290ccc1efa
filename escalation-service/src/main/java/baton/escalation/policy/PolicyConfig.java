package baton.escalation.policy;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** What is told from outside of timescales. */
@ConfigMapping(prefix = "baton")
public interface PolicyConfig {
  /**
   * BATON_TIMESCALES: a YAML file with the timescales and ladders of organisations, in the form of
   * Baton's own; taken at start where a version of it was not adopted yet.
   */
  Optional<Path> timescales();
}
