package baton.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a Baton service is told from outside. Each property can be given as an environment variable:
 * {@code baton.kafka} as {@code BATON_KAFKA}. Defaults stand in platform's
 * microprofile-config.properties; the database's address, the keyring's and the token key go from
 * there straight to Quarkus.
 */
@ConfigMapping(prefix = "baton")
public interface BatonConfig {

  /** The service's name, such as {@code intake-service}; with a slash before it, its source. */
  String service();

  /** The broker: host:port, several parted by commas. */
  String kafka();

  /**
   * A {@code client.properties} as Kafka's own tools take it, with what is needed to be let in; the
   * addresses are those of {@link #kafka()}.
   */
  Optional<Path> kafkaClientFile();

  /**
   * Further settings of Kafka's clients by their own names, such as {@code security.protocol}; they
   * override the file's.
   */
  Map<String, String> kafkaClient();

  /** JDBC address of the service's own database; pools are Quarkus', the relay opens its own. */
  String dbUrl();

  String dbUser();

  Optional<String> dbPassword();

  /** {@code system}, or {@code stepped} where a driver moves the business clock. */
  ClockMode clock();

  /** Where a stepped clock begins that was never moved; without it, at the system's time. */
  Optional<Instant> clockStart();

  /**
   * How far the business clock is ahead of the machine's ({@code PT40S}, {@code -PT40S}), while it
   * is the system's: a machine whose time is wrong, for tests.
   */
  @WithDefault("PT0S")
  Duration clockSkew();

  /** File with the key-encryption key that wraps every data key (Tink, JSON keyset). */
  Optional<Path> kek();

  /**
   * File with the Ed25519 key (PKCS#8 PEM) that escalation-service signs checkpoints of the log
   * with; without it nothing is signed, and no export can be proved.
   */
  Optional<Path> checkpointKey();

  /**
   * Before anything else, brings back what the log holds of this service's own and its store lacks.
   * For one start after a restore.
   */
  @WithDefault("false")
  boolean recover();

  /**
   * Nothing is stored before store and log were compared, however long the broker is away. For the
   * first start after a restore.
   */
  @WithDefault("false")
  boolean compareFirst();

  /**
   * What this Baton is a copy of, in words that a header can hold, where it holds another one's
   * log: it then stores and publishes nothing of its own.
   */
  Optional<String> readOnly();

  Topics topics();

  Http http();

  Audit audit();

  Quota quota();

  enum ClockMode {
    SYSTEM,
    STEPPED
  }

  /** How topics are made where they are missing; what exists is never changed. */
  interface Topics {
    /** Fixed for ever at creation: a referral's partition must not change. */
    @WithDefault("12")
    int partitions();

    /** 3 on a cluster, with {@link #minInsync()} at 2. */
    @WithDefault("1")
    short replication();

    @WithDefault("1")
    int minInsync();
  }

  interface Http {
    /** Bytes of one request's body, a batch excepted. Source: design section 3. */
    @WithDefault("524288")
    int bodyMax();

    /** First wait before a command that lost a race for its stream is tried again. */
    @WithDefault("20ms")
    Duration retryDelay();

    /** Requests that are answered at the same time; more get 503. */
    @WithDefault("160")
    int atOnce();

    /** How long the whole body of one request may take, a batch excepted. */
    @WithDefault("30s")
    Duration bodyWithin();

    /** How long the headers of one request may take, from their first byte. */
    @WithDefault("20s")
    Duration headersWithin();

    @WithDefault("4096")
    int uriMax();

    /** Characters of all headers together. */
    @WithDefault("16384")
    int headersMax();

    @WithDefault("100")
    int headerCountMax();

    /** Batches that one instance takes at the same time; each costs some megabytes. */
    @WithDefault("6")
    int uploads();

    /** Of one agency's. */
    @WithDefault("3")
    int uploadsEach();

    /** Answers of unbounded length that one instance gives at the same time. */
    @WithDefault("24")
    int streams();

    /** Of one organisation's. */
    @WithDefault("6")
    int streamsEach();

    /**
     * How long a reader may need for 16 KiB of an answer. What the kernel holds of it, {@link
     * #sendBuffer}, goes in leaps of a third.
     */
    @WithDefault("60s")
    Duration takenWithin();

    /**
     * Bytes that the kernel keeps for one connection's reader; without a bound they are megabytes.
     */
    @WithDefault("262144")
    int sendBuffer();

    /** How long an {@code Idempotency-Key} is remembered. */
    @WithDefault("7d")
    Duration keysKept();
  }

  /** What one organisation may ask of all instances of a service together. 0 sets no limit. */
  interface Quota {
    @WithDefault("1000")
    int callsPerSecond();

    /** So many in one go, after a quiet time. */
    @WithDefault("20000")
    int callsAtOnce();

    /** Lines of batches. */
    @WithDefault("10000")
    int linesPerSecond();

    @WithDefault("200000")
    int linesAtOnce();

    /**
     * Others for one organisation, such as {@code
     * baton.quota.organisations."ncmec".calls-per-second}.
     */
    Map<String, Own> organisations();

    interface Own {
      OptionalInt callsPerSecond();

      OptionalInt callsAtOnce();

      OptionalInt linesPerSecond();

      OptionalInt linesAtOnce();
    }
  }

  /** How a service compares its own store with the log, in the background. */
  interface Audit {
    /** The first begins so long after the start; system time. */
    @WithDefault("1m")
    Duration after();

    /** From the end of one to the beginning of the next; system time. */
    @WithDefault("1h")
    Duration every();

    /** Records of the log that are read in a second, at most. */
    @WithDefault("2000")
    int rate();
  }
}
