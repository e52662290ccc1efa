package baton.parts.access;

import static baton.contract.feed.FeedTopic.COMMANDS;
import static baton.contract.feed.FeedTopic.DISSEMINATIONS;

import baton.contract.Force;
import baton.contract.Forces;
import baton.contract.OrganisationCode;
import baton.parts.keys.Passwords;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Lets a force's record system in and shows it the door: its two topics, its user, its grants.
 * Asked as the operator.
 */
public final class ForceAccess {
  /**
   * What was opened for a force does not lie there for ever; what is open still is on its feed over
   * HTTP, and a catch-up since the first place that the topic still holds puts it at the end again.
   */
  public static final Duration KEPT = Duration.ofDays(90);

  /** As large as the largest package: an event of 512 KiB, opened. */
  private static final int RECORD_MAX_BYTES = 2 * 1024 * 1024;

  /** A force has tens of referrals a day: one partition, and all of its feed is in order. */
  private static final int PARTITIONS = 1;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Admin admin;
  private final LogAccess access;

  public ForceAccess(Admin admin) {
    this.admin = admin;
    this.access = new LogAccess(admin);
  }

  /**
   * Lets the force in by password. One that is there stays, unless a new one is wanted.
   *
   * @param copies of every record
   * @param kept is given the password before it counts, and before the one that was there ends:
   *     what cannot be kept is not made
   * @return what that made of it, empty where the force has a password and no new one is wanted
   */
  public <T> Optional<T> byPassword(Force force, int copies, boolean renew, Keeping<T> kept)
      throws IOException {
    makeTopics(force, copies);
    var user = LogUsers.force(force);
    access.grant(List.of(user));
    if (!renew && access.users().contains(user.name())) return Optional.empty();
    var password = Passwords.random();
    var made = kept.of(password);
    access.password(user, password);
    return Optional.of(made);
  }

  /** Keeps a password that nobody else knows. */
  public interface Keeping<T> {
    T of(String password) throws IOException;
  }

  /**
   * Lets the force in by certificate. Each certificate has a name of its own, so that one alone can
   * be ended; there is one at a time.
   *
   * @param signed makes the certificate for a name
   * @return what was made, empty where the force has one and no new one is wanted
   */
  public <T> Optional<T> byCertificate(Force force, int copies, boolean renew, Signing<T> signed)
      throws IOException {
    makeTopics(force, copies);
    var before = access.granted(certified(force));
    if (!renew && !before.isEmpty()) return Optional.empty();
    var user = LogUsers.force(force).as(certified(force) + Long.toHexString(RANDOM.nextLong()));
    var made = signed.of(user.name());
    access.grant(List.of(user));
    before.forEach(access::revoke);
    return Optional.of(made);
  }

  /** Makes a certificate. */
  public interface Signing<T> {
    T of(String name) throws IOException;
  }

  /**
   * Whoever is in as the force may do nothing any more, at once; its topics stay.
   *
   * @return false where it was not let in
   */
  public boolean remove(Force force) {
    var user = LogUsers.force(force).name();
    boolean there = isIn(force, access.users(), access.granted(LogUsers.FORCES));
    access.revoke(user);
    access.granted(certified(force)).forEach(access::revoke);
    if (access.users().contains(user)) access.forget(user);
    return there;
  }

  /** Forces that are let in, one way or the other. */
  public List<Force> forces() {
    Set<String> users = access.users();
    Set<String> granted = access.granted(LogUsers.FORCES);
    return Forces.all().stream().filter(force -> isIn(force, users, granted)).toList();
  }

  private static boolean isIn(Force force, Set<String> users, Set<String> granted) {
    return users.contains(LogUsers.nameOf(force.code()))
        || granted.stream().anyMatch(name -> name.startsWith(certified(force)));
  }

  /** What the names of its certificates begin with. */
  private static String certified(Force force) {
    return LogUsers.nameOf(force.code()) + ".";
  }

  /** Removes what lies on the force's topics, and the topics. */
  public void removeTopics(Force force) {
    for (String topic : topics(force.code()))
      Answers.of(admin.deleteTopics(List.of(topic)).all(), UnknownTopicOrPartitionException.class);
  }

  /** Those that are there already are made to be kept as new ones are. */
  private void makeTopics(Force force, int copies) {
    for (String topic : topics(force.code()))
      if (!Answers.of(made(topic, copies), TopicExistsException.class)) Answers.of(mended(topic));
  }

  private static List<String> topics(OrganisationCode force) {
    return List.of(DISSEMINATIONS.of(force), COMMANDS.of(force));
  }

  private Future<Void> made(String topic, int copies) {
    var settings = new HashMap<>(settings(topic));
    settings.put("min.insync.replicas", copies >= 3 ? "2" : "1");
    var wanted = new NewTopic(topic, PARTITIONS, (short) copies).configs(settings);
    return admin.createTopics(List.of(wanted)).all();
  }

  private Future<Void> mended(String topic) {
    List<AlterConfigOp> changes =
        settings(topic).entrySet().stream()
            .map(each -> new ConfigEntry(each.getKey(), each.getValue()))
            .map(entry -> new AlterConfigOp(entry, AlterConfigOp.OpType.SET))
            .toList();
    return admin
        .incrementalAlterConfigs(
            Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), changes))
        .all();
  }

  private static Map<String, String> settings(String topic) {
    return Map.of(
        "retention.ms",
        Long.toString(KEPT.toMillis()),
        "max.message.bytes",
        Integer.toString(RECORD_MAX_BYTES),
        // What every client reads without a library of its own, whatever it was sent in.
        "compression.type",
        "gzip",
        // A command is kept from when it came, whatever time its sender gives it: what an officer
        // did months ago is not thrown away before it is taken.
        "message.timestamp.type",
        topic.startsWith(COMMANDS.prefix()) ? "LogAppendTime" : "CreateTime");
  }
}
