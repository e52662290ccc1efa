package baton.parts.access;

import static baton.contract.LogTopic.ACCESS;
import static baton.contract.LogTopic.CHECKPOINTS;
import static baton.contract.LogTopic.HEARTBEATS;
import static baton.contract.LogTopic.REFERRALS;
import static baton.contract.LogTopic.REGISTER;
import static baton.contract.feed.FeedTopic.COMMANDS;
import static baton.contract.feed.FeedTopic.DISSEMINATIONS;
import static baton.parts.access.Grant.group;
import static baton.parts.access.Grant.groupsFrom;
import static baton.parts.access.Grant.topic;
import static baton.parts.access.Grant.topicsFrom;
import static baton.parts.access.Grant.transactionsFrom;
import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import baton.contract.Force;
import baton.contract.OrganisationCode;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everybody whom the broker knows, and what each may do: the one list that the broker is set up
 * from, the documentation shows and the tests go through. Whoever is not in it comes in nowhere,
 * and what is not granted is refused.
 *
 * <p>Two more come by certificate, on a door of their own, and may do everything: {@link #BROKER},
 * which is the brokers among themselves, and {@link #OPERATOR}, which is {@code ./baton}.
 */
public final class LogUsers {
  public static final String BROKER = "broker";
  public static final String OPERATOR = "operator";

  /** What the names of all forces' users begin with. */
  static final String FORCES = "force-";

  public static final LogUser INTAKE =
      service(
          "intake",
          "intake-service publishes what it stored, and reads referrals, register and the forces'"
              + " commands",
          topicsFrom(COMMANDS.prefix(), READ));

  public static final LogUser RISK =
      service(
          "risk",
          "risk-service publishes what it stored, and reads referrals, register and the forces'"
              + " commands",
          topicsFrom(COMMANDS.prefix(), READ));

  public static final LogUser ALLOCATION =
      service(
          "allocation",
          "allocation-service does so too; it alone writes the forces' feeds",
          topicsFrom(DISSEMINATIONS.prefix(), WRITE),
          transactionsFrom(DISSEMINATIONS.prefix()),
          topicsFrom(COMMANDS.prefix(), READ));

  public static final LogUser ESCALATION =
      service(
          "escalation",
          "escalation-service reads everything, and publishes what it stored and signed",
          topic(HEARTBEATS.topic(), READ),
          topic(CHECKPOINTS.topic(), CREATE, READ, WRITE));

  public static final LogUser AUDITOR =
      new LogUser(
          "auditor",
          "reads the log, who opened what, and the signed checkpoints; writes nothing",
          List.of(
              topic(REFERRALS.topic(), READ),
              topic(REGISTER.topic(), READ),
              topic(ACCESS.topic(), READ),
              topic(HEARTBEATS.topic(), READ),
              topic(CHECKPOINTS.topic(), READ),
              groupsFrom("auditor.")));

  private LogUsers() {}

  /** Those who are there in every installation. */
  public static List<LogUser> standing() {
    return List.of(INTAKE, RISK, ALLOCATION, ESCALATION, AUDITOR);
  }

  /**
   * A force's record system: its own feed, its own commands, groups of its own, nothing else. By
   * certificate it comes under this name, a dot, and a word for the certificate.
   */
  public static LogUser force(Force force) {
    var name = nameOf(force.code());
    return new LogUser(
        name,
        "the record system of " + force.name() + ": its own feed and its own commands",
        List.of(
            topic(DISSEMINATIONS.of(force.code()), READ),
            topic(COMMANDS.of(force.code()), WRITE),
            groupsFrom(name + ".")));
  }

  /** Such as {@code force-46}. */
  public static String nameOf(OrganisationCode force) {
    return FORCES + force;
  }

  /**
   * A service's relay writes events and heartbeats, its audit reads all events, its reader reads
   * referrals and register in a group of the service's name; whichever service starts first makes
   * the topics that are missing.
   */
  private static LogUser service(String name, String what, Grant... further) {
    return new LogUser(
        name,
        what,
        Stream.concat(
                Stream.of(
                    topic(REFERRALS.topic(), CREATE, READ, WRITE),
                    topic(REGISTER.topic(), CREATE, READ, WRITE),
                    topic(ACCESS.topic(), CREATE, READ, WRITE),
                    topic(HEARTBEATS.topic(), CREATE, WRITE),
                    topic(CHECKPOINTS.topic(), CREATE),
                    group(name + "-service")),
                Stream.of(further))
            .toList());
  }
}
