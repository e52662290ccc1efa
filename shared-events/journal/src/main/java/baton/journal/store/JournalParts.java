package baton.journal.store;

import baton.journal.clock.BusinessClock;
import baton.journal.seal.Keyring;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/**
 * What an event store is made of.
 *
 * @param source who writes, such as {@code /intake-service}
 * @param listeners read models of the service's own events, in the order in which they are told
 * @param wake told after every commit that appended: the relay's
 */
public record JournalParts(
    String source,
    Transactions transactions,
    BusinessClock clock,
    Keyring keyring,
    List<AppendListener> listeners,
    Runnable wake,
    MeterRegistry meters) {
  public JournalParts {
    if (!source.startsWith("/"))
      throw new IllegalArgumentException("a source is a path, such as /intake-service");
    listeners = List.copyOf(listeners);
  }

  /** Who acts where a command names nobody: {@code system:intake-service}. */
  String service() {
    return source.substring(1);
  }
}
