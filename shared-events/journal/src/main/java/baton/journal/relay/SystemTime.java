package baton.journal.relay;

import java.time.Instant;

/** The time of the machine, on which heartbeats keep their cadence; never the business clock. */
interface SystemTime {
  SystemTime REAL =
      new SystemTime() {
        @Override
        public Instant now() {
          return Instant.now();
        }

        @Override
        public long nanos() {
          return System.nanoTime();
        }
      };

  Instant now();

  /** Only differences mean something; never runs backwards. */
  long nanos();
}
