package baton.platform.wiring;

import baton.journal.reader.ReadAgain;
import java.util.function.BooleanSupplier;

/**
 * What a service has to do before its reader goes on: once the broker answers, and again from where
 * it was where that failed. The service is not ready until it is done.
 */
public interface BeforeReading {
  /**
   * @param log what was read before
   * @param stopping asked again and again: true where the service stops
   */
  void run(ReadAgain log, BooleanSupplier stopping);
}
