package baton.allocation.notices;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/**
 * Duty mailboxes of forces, such as {@code baton.duty-mailbox.force."46".to}. Without any nobody is
 * mailed; what is disseminated stands on the lists all the same.
 */
@ConfigMapping(prefix = "baton.duty-mailbox")
public interface DutyMailboxConfig {
  /** Under which address the reader of a mail finds this service. */
  @WithDefault("http://localhost:8083")
  String link();

  /** By the force's code. */
  Map<String, Mailbox> force();

  /**
   * Business time that a force's own system has to take a dissemination before its mailbox is told.
   * This project's choice: well within the hour in which the most urgent is to be accepted.
   */
  @WithDefault("5m")
  Duration after();

  /** System time between two looks for what is to be mailed. */
  @WithDefault("5s")
  Duration lookEvery();

  /** System time to the second attempt; then twice as long each time. */
  @WithDefault("10s")
  Duration retryFirst();

  @WithDefault("15m")
  Duration retryMax();

  /** System time after which a mail that nobody took is not tried any more. */
  @WithDefault("7d")
  Duration giveUpAfter();

  interface Mailbox {
    String to();

    /** Its system reads the force's topic: disseminations are not mailed. */
    @WithDefault("false")
    boolean kafka();
  }
}
