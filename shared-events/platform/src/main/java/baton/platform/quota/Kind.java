package baton.platform.quota;

import baton.platform.BatonConfig.Quota;
import java.util.Locale;

/** What is counted. */
public enum Kind {
  CALLS,
  LINES;

  Limit limit(Quota config, String organisation) {
    var own = config.organisations().get(organisation);
    return switch (this) {
      case CALLS ->
          own == null
              ? new Limit(config.callsPerSecond(), config.callsAtOnce())
              : new Limit(
                  own.callsPerSecond().orElse(config.callsPerSecond()),
                  own.callsAtOnce().orElse(config.callsAtOnce()));
      case LINES ->
          own == null
              ? new Limit(config.linesPerSecond(), config.linesAtOnce())
              : new Limit(
                  own.linesPerSecond().orElse(config.linesPerSecond()),
                  own.linesAtOnce().orElse(config.linesAtOnce()));
    };
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
