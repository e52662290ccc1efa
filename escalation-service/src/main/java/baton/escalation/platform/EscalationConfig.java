package baton.escalation.platform;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What this service alone is told from outside. */
@ConfigMapping(prefix = "baton.escalation")
public interface EscalationConfig {

  /** System time without a heartbeat after which a writer is silent. Source: design section 5. */
  @WithDefault("60s")
  Duration silenceMax();

  /** System time between two looks at what has fallen due. */
  @WithDefault("200ms")
  Duration lookEvery();

  /** System time without a finished look after which {@code /q/health/group/watch} is down. */
  @WithDefault("10s")
  Duration lookAgeMax();

  /** System time for which an event may wait for its predecessor before that is a finding. */
  @WithDefault("60s")
  Duration gapMax();

  Sweep sweep();

  AsAt asAt();

  Proof proof();

  /** Boards as at a moment. */
  interface AsAt {
    /**
     * Memory that reading the log for one may take, such as {@code 256M}, and that those which are
     * kept may take together; without it, a sixth of the heap each.
     */
    Optional<MemorySize> memoryMax();

    /** System time for which one is kept after it was last asked for. */
    @WithDefault("10m")
    Duration keptFor();

    /** How long a request waits for one that is being made, before it is told to come again. */
    @WithDefault("20s")
    Duration waitMax();

    /** Requests that wait at the same time; more are told to come again at once. */
    @WithDefault("8")
    int waitingMax();

    default long bytesMax() {
      return memoryMax()
          .map(MemorySize::asLongValue)
          .orElseGet(() -> Runtime.getRuntime().maxMemory() / 6);
    }
  }

  /** Trees and checkpoints; all of it system time. */
  interface Proof {
    /** Between two looks at what is new in the archive. */
    @WithDefault("1s")
    Duration lookEvery();

    /** A checkpoint is signed as often while there is something new. Source: issue 5, a minute. */
    @WithDefault("30s")
    Duration signEvery();

    /** Between two comparisons of the whole log with the trees' leaves; 0 for none. */
    @WithDefault("1h")
    Duration compareEvery();

    /** Verifier keys (C2SP vkeys, kind 4) of those whose cosignatures are taken. */
    Optional<List<String>> witnesses();
  }

  interface Sweep {
    /** System time between two sweeps on schedule; 0 for none. */
    @WithDefault("1h")
    Duration every();

    /** How long a sweep waits for the board to have read what the sweep has. */
    @WithDefault("60s")
    Duration boardWaitMax();

    /** How many threads read the log; 0 for one on each core. */
    @WithDefault("0")
    int threads();

    /**
     * Memory that its ledger may take, such as {@code 512M}; without it, a third of the heap. What
     * is concluded is summed up rather than going beyond; what is open must fit. Where a board as
     * at a moment is being made, and both do not fit into the larger of their shares, it waits.
     */
    Optional<MemorySize> memoryMax();

    default long bytesMax() {
      return memoryMax()
          .map(MemorySize::asLongValue)
          .orElseGet(() -> Runtime.getRuntime().maxMemory() / 3);
    }

    /** Where ledgers are kept, for sweeps up to a past moment to begin with; none without it. */
    Optional<Path> snapshots();

    /** How many of them. */
    @WithDefault("4")
    int snapshotsKept();

    /** Differences that are listed one by one; all are counted. */
    @WithDefault("1000")
    int differencesListed();
  }
}
