package baton.allocation.webhooks;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How feeds are sent to webhooks. Times are the system clock's. */
@ConfigMapping(prefix = "baton.webhooks")
public interface WebhooksConfig {
  /**
   * Networks that are not of the public Internet and may be led to all the same, such as {@code
   * 10.20.0.0/16}. This machine, its link and the metadata services of clouds never are.
   */
  Optional<List<String>> allowNetworks();

  /** For tests alone: whether they may lead anywhere, this machine included. */
  @WithDefault("false")
  boolean allowAnywhere();

  /** Whether they may be sent in the open. */
  @WithDefault("false")
  boolean allowHttp();

  /** PEM file of the authorities that sign receivers' certificates, in place of Java's own list. */
  Optional<Path> authorities();

  /**
   * A receiver has so long to answer. Source: Standard Webhooks 1.0.0, "Request timeouts" (15 to 30
   * s).
   */
  @WithDefault("15s")
  Duration answerMax();

  /** To the second attempt; then twice as long each time. Source: the specification's example. */
  @WithDefault("5s")
  Duration retryFirst();

  /**
   * The longest between two attempts. This project's choice: what was mended is seen the same hour.
   */
  @WithDefault("30m")
  Duration retryMax();

  /** The longest that a receiver may ask to be left alone ({@code Retry-After}). */
  @WithDefault("6h")
  Duration askedMax();

  /**
   * After so long of nothing but failures it is disabled. Source: the specification ("a retry
   * schedule spanning multiple days"); that it outlasts a long weekend is this project's choice.
   */
  @WithDefault("5d")
  Duration disableAfter();

  /** Requests under way at the same time to receivers that are well, and as many to the others. */
  @WithDefault("64")
  int atOnce();

  /** Of one force. */
  @WithDefault("10")
  int each();

  /** How often is looked for what became due, or was told by another instance. */
  @WithDefault("1s")
  Duration lookEvery();

  /** So long an old secret signs as well, where the request for a new one names no other time. */
  @WithDefault("1d")
  Duration overlap();
}
