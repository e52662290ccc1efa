package baton.platform.wiring;

import baton.journal.clock.BusinessClock;
import baton.journal.clock.SteppedBusinessClock;
import baton.journal.envelope.Envelope;
import baton.journal.recovery.KeyringCheck;
import baton.journal.recovery.LogView;
import baton.journal.recovery.Situation;
import baton.journal.recovery.StartCheck;
import baton.journal.store.AppendListener;
import baton.journal.store.ReturnedEvents;
import baton.journal.store.Transactions;
import baton.platform.BatonConfig;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks before relay and reader start whether store and log belong together. With {@code
 * baton.recover} it first brings back what the log holds of the store's own.
 */
@Singleton
class StartInOrder {
  private static final Logger LOG = LoggerFactory.getLogger(StartInOrder.class);
  private static final int ANSWER_MS = 5_000;

  private final BatonConfig config;
  private final AgroalDataSource store;
  private final AgroalDataSource keyring;
  private final StoreGuard guard;
  private final BusinessClock clock;
  private final ReturnedEvents returned;
  private volatile String keyringTrouble;

  StartInOrder(
      BatonConfig config,
      AgroalDataSource store,
      @DataSource("keyring") AgroalDataSource keyring,
      StoreGuard guard,
      BusinessClock clock,
      Transactions transactions,
      @Any Instance<AppendListener> listeners) {
    this.config = config;
    this.store = store;
    this.keyring = keyring;
    this.guard = guard;
    this.clock = clock;
    // The guard is what would refuse them.
    this.returned =
        new ReturnedEvents(
            transactions,
            listeners.stream().filter(each -> !(each instanceof StoreGuard)).toList());
  }

  /**
   * @return false while something has to be recovered first; the guard then refuses every append
   * @throws ExecutionException if the broker does not answer
   */
  boolean found() throws ExecutionException, InterruptedException, SQLException {
    try (Admin admin = Admin.create(admin());
        Connection connection = store.getConnection()) {
      LogView log = LogView.of(admin);
      List<Situation> situations = look(admin, connection);
      if (situations.isEmpty()) {
        StartCheck.keep(connection, log);
        guard.open();
        // No key comes with a copy, and none can be recovered there.
        if (config.readOnly().isEmpty()) lookAtKeyring(connection);
        return true;
      }
      refuse(situations);
      return false;
    } catch (ExecutionException | KafkaException brokerAway) {
      if (guard.refusal().isEmpty() && !config.compareFirst()) guard.open();
      throw brokerAway;
    }
  }

  /** Why what is sealed cannot be read, in a sentence; all else goes on. */
  Optional<String> keyring() {
    return Optional.ofNullable(keyringTrouble);
  }

  private void lookAtKeyring(Connection connection) {
    try (Connection keys = keyring.getConnection()) {
      keyringTrouble = KeyringCheck.trouble(connection, keys).orElse(null);
      if (keyringTrouble != null) LOG.error(keyringTrouble);
    } catch (SQLException away) {
      LOG.warn("The keyring cannot be looked at: {}", away.getMessage());
    }
  }

  private List<Situation> look(Admin admin, Connection connection)
      throws ExecutionException, InterruptedException, SQLException {
    String source = "/" + config.service();
    // A copy's log holds what its store never had.
    return config.recover() || config.readOnly().isPresent()
        ? StartCheck.bringBack(admin, LogConnection.of(config), connection, source, this::keep)
        : StartCheck.look(admin, LogConnection.of(config), connection, source);
  }

  private void keep(List<Envelope> events) throws SQLException {
    returned.keep(events);
    LOG.warn("Brought back {} events of this service from the log", events.size());
    if (clock instanceof SteppedBusinessClock stepped)
      for (Envelope event : events) {
        Instant recorded = Instant.parse(event.recordedTime());
        if (recorded.isAfter(stepped.instant())) stepped.moveTo(recorded);
      }
  }

  private void refuse(List<Situation> situations) {
    String sentence = situations.stream().map(Situation::sentence).collect(Collectors.joining(" "));
    if (!guard.refusal().equals(Optional.of(sentence))) LOG.error(sentence);
    guard.refuse(sentence);
  }

  private Map<String, Object> admin() {
    var settings = new HashMap<String, Object>(LogConnection.of(config));
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MS);
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MS);
    return settings;
  }
}
