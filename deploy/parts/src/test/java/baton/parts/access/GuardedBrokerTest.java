package baton.parts.access;

import static baton.parts.access.GuardedBroker.KENT;
import static org.apache.kafka.clients.admin.AlterConfigOp.OpType.SET;
import static org.apache.kafka.common.config.ConfigResource.Type.BROKER;
import static org.apache.kafka.common.config.ConfigResource.Type.TOPIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import baton.contract.Force;
import baton.contract.Forces;
import baton.contract.OrganisationCode;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who does not come in at all, and what becomes of a force that is let in, renewed, removed. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class GuardedBrokerTest {
  @TempDir private static Path folder;
  private static GuardedBroker broker;

  @BeforeAll
  static void start() throws Exception {
    broker = GuardedBroker.start(folder);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void a_wrong_password_and_an_unknown_user_are_refused() {
    assertThatThrownBy(() -> topics(broker.as("intake", "wrong")))
        .hasCauseInstanceOf(SaslAuthenticationException.class);
    assertThatThrownBy(() -> topics(broker.as("somebody", "wrong")))
        .hasCauseInstanceOf(SaslAuthenticationException.class);
  }

  @Test
  void an_authority_that_is_not_this_installations_is_not_believed(@TempDir Path elsewhere)
      throws Exception {
    var other = AccessKeys.in(elsewhere);
    var settings = new HashMap<>(broker.as(LogUsers.AUDITOR));
    settings.put("ssl.truststore.location", other.certificates().authority().toString());
    assertThatThrownBy(() -> topics(settings)).hasCauseInstanceOf(SslAuthenticationException.class);
    // The other way round: the broker does not believe an operator whom another one signed.
    var operator = new HashMap<>(broker.operator());
    operator.put("ssl.keystore.location", other.certificates().operator().toString());
    assertThatThrownBy(() -> topics(operator)).hasCauseInstanceOf(SslAuthenticationException.class);
  }

  @Test
  void who_speaks_in_the_clear_is_cut_off() throws IOException {
    var address = broker.bootstrap().split(":");
    try (var socket = new Socket(address[0], Integer.parseInt(address[1]))) {
      socket.setSoTimeout(60_000);
      // ApiVersions 0, as every client begins where there is no TLS.
      socket.getOutputStream().write(new byte[] {0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 1, -1, -1});
      // An alert of TLS at most, then nothing: never an answer of Kafka's.
      var said = socket.getInputStream().readAllBytes();
      assertThat(said.length == 0 || said[0] == 21).isTrue();
    }
  }

  @Test
  void a_force_is_let_in_once_renewed_and_removed() throws Exception {
    var force = Forces.byCode(OrganisationCode.of("btp")).orElseThrow();
    var user = LogUsers.force(force);
    try (var admin = Admin.create(broker.operator())) {
      var access = new ForceAccess(admin);
      var first = access.byPassword(force, 1, false, password -> password).orElseThrow();
      assertThat(access.byPassword(force, 1, false, password -> password))
          .as("it is in already")
          .isEmpty();
      soon(
          () ->
              assertThat(topics(broker.as(user.name(), first)))
                  .containsExactlyInAnyOrder("baton.disseminations.btp", "baton.commands.btp"));
      var second = access.byPassword(force, 1, true, password -> password).orElseThrow();
      assertThat(second).isNotEqualTo(first);
      soon(
          () ->
              assertThatThrownBy(() -> topics(broker.as(user.name(), first)))
                  .hasCauseInstanceOf(SaslAuthenticationException.class));
      assertThat(access.forces()).contains(force);
      try (var within = new Attempts(broker.as(user.name(), second))) {
        soon(() -> assertThat(within.write("baton.commands.btp")).isTrue());
        assertThat(access.remove(force)).isTrue();
        soon(() -> assertThat(within.write("baton.commands.btp")).as("it is in").isFalse());
      }
      assertThat(access.forces()).doesNotContain(force);
      assertThat(access.remove(force)).isFalse();
      soon(
          () ->
              assertThatThrownBy(() -> topics(broker.as(user.name(), second)))
                  .hasCauseInstanceOf(SaslAuthenticationException.class));
    }
  }

  @Test
  void a_certificate_ends_with_the_next_one_and_with_the_force() throws Exception {
    var force = Forces.byCode(OrganisationCode.of("psni")).orElseThrow();
    try (var admin = Admin.create(broker.operator())) {
      var access = new ForceAccess(admin);
      var first = certificate(access, force, false).orElseThrow();
      assertThat(certificate(access, force, false)).as("it has one").isEmpty();
      soon(() -> assertThat(topics(first)).contains("baton.disseminations.psni"));
      var second = certificate(access, force, true).orElseThrow();
      soon(() -> assertThat(topics(first)).isEmpty());
      soon(() -> assertThat(topics(second)).contains("baton.disseminations.psni"));
      assertThat(access.forces()).contains(force);
      assertThat(access.remove(force)).isTrue();
      soon(() -> assertThat(topics(second)).isEmpty());
      assertThat(access.forces()).doesNotContain(force);
    }
  }

  @Test
  void a_place_outlives_a_quiet_year_and_what_was_opened_lies_there_for_ninety_days()
      throws Exception {
    try (var admin = Admin.create(broker.operator())) {
      long minutes = Long.parseLong(setting(admin, BROKER, "1", "offsets.retention.minutes"));
      assertThat(Duration.ofMinutes(minutes)).isGreaterThan(Duration.ofDays(366));
      var feed = "baton.disseminations.46";
      var kept = Long.toString(Duration.ofDays(90).toMillis());
      assertThat(setting(admin, TOPIC, feed, "retention.ms")).isEqualTo(kept);
      // From when it came, whatever its sender says.
      assertThat(setting(admin, TOPIC, "baton.commands.46", "message.timestamp.type"))
          .isEqualTo("LogAppendTime");

      var forEver = new AlterConfigOp(new ConfigEntry("retention.ms", "-1"), SET);
      var which = new ConfigResource(TOPIC, feed);
      admin.incrementalAlterConfigs(Map.of(which, List.of(forEver))).all().get();
      soon(() -> assertThat(setting(admin, TOPIC, feed, "retention.ms")).isEqualTo("-1"));
      var kent = Forces.byCode(KENT).orElseThrow();
      assertThat(new ForceAccess(admin).byPassword(kent, 1, false, password -> password))
          .as("it is in already")
          .isEmpty();
      soon(() -> assertThat(setting(admin, TOPIC, feed, "retention.ms")).isEqualTo(kept));
    }
  }

  private static String setting(Admin admin, ConfigResource.Type type, String of, String name)
      throws Exception {
    var which = new ConfigResource(type, of);
    return admin.describeConfigs(List.of(which)).all().get().get(which).get(name).value();
  }

  /** The brokers follow the controller, which has answered. */
  private static void soon(ThrowingRunnable holds) {
    await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(holds);
  }

  private static Optional<Map<String, Object>> certificate(
      ForceAccess access, Force force, boolean renew) throws IOException {
    return access.byCertificate(
        force,
        1,
        renew,
        name ->
            GuardedBroker.read(
                ClientProperties.ofForceByCertificate(
                    broker.inside(), force, name, broker.keys().certificates())));
  }

  @Test
  void a_grant_that_the_list_says_no_more_is_taken_away() throws Exception {
    var surrey = GuardedBroker.user(GuardedBroker.SURREY);
    var kent = GuardedBroker.user(KENT);
    try (var admin = Admin.create(broker.operator());
        var within = new Attempts(broker.as(surrey))) {
      var access = new LogAccess(admin);
      access.grant(List.of(new LogUser(surrey.name(), "for a while", kent.grants())));
      soon(
          () ->
              assertThat(within.visible())
                  .containsExactlyInAnyOrder("baton.disseminations.46", "baton.commands.46"));
      access.grant(List.of(surrey));
      soon(
          () ->
              assertThat(within.visible())
                  .containsExactlyInAnyOrder("baton.disseminations.45", "baton.commands.45"));
    }
  }

  @Test
  void nobody_else_looks_into_the_keys() throws IOException {
    try (var files = Files.list(broker.keys().folder())) {
      for (Path file : files.toList())
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .as(file.toString())
            .isEqualTo("rw-------");
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(broker.keys().folder())))
        .isEqualTo("rwx------");
  }

  @Test
  void the_file_of_a_user_lets_in_kafkas_own_tools() throws Exception {
    var settings = new Properties();
    try (var in = Files.newBufferedReader(broker.keys().file(LogUsers.AUDITOR))) {
      settings.load(in);
    }
    try (var admin = Admin.create(settings)) {
      assertThat(admin.listTopics().names().get()).contains("baton.referrals");
    }
  }

  private static Set<String> topics(Map<String, Object> settings) throws Exception {
    try (var admin = Admin.create(settings)) {
      return admin.listTopics().names().get();
    }
  }
}
