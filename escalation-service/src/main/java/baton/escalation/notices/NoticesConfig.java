package baton.escalation.notices;

import baton.contract.escalation.Rung;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is told outside Baton, and how. An address has a name of the operator's choice, such as
 * {@code baton.notices.webhook.north-desk.url}; without any nobody is told and everything is listed
 * all the same.
 */
@ConfigMapping(prefix = "baton.notices")
public interface NoticesConfig {
  /** Under which address the reader of a notice finds this service. */
  @WithDefault("http://localhost:8084")
  String link();

  /** By name. */
  Map<String, Webhook> webhook();

  /** By name. */
  Map<String, Mail> mail();

  /** When inspectors and above get their digest, in London. This project's choice. */
  @WithDefault("08:00")
  LocalTime digestAt();

  /** System time between two looks for what is to be sent. */
  @WithDefault("1s")
  Duration sendEvery();

  /** System time that a receiver has to answer. */
  @WithDefault("10s")
  Duration answerMax();

  /** System time to the second attempt; then twice as long each time. */
  @WithDefault("2s")
  Duration retryFirst();

  /** The longest system time between two attempts. */
  @WithDefault("15m")
  Duration retryMax();

  /** System time after which a notice that nobody took is a finding about the system. */
  @WithDefault("1h")
  Duration undeliveredAfter();

  /** System time after which it is not tried any more: by then the finding has been open long. */
  @WithDefault("7d")
  Duration giveUpAfter();

  /** For whom an address is. */
  interface Address {
    /** An organisation's code, such as 46. */
    String organisation();

    /** Only what is this team's; without it everything of the organisation. */
    Optional<String> team();

    /** Only these rungs; without them every rung. */
    Optional<List<Rung>> rungs();
  }

  interface Webhook extends Address {
    URI url();

    /** For the signature (Standard Webhooks): base64, with or without {@code whsec_} before it. */
    String secret();
  }

  interface Mail extends Address {
    String to();
  }
}
