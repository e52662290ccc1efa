package baton.platform.wiring;

import baton.journal.audit.AuditSettings;
import baton.journal.audit.StoreAudit;
import baton.journal.clock.BusinessClock;
import baton.journal.clock.SteppedBusinessClock;
import baton.journal.clock.SystemBusinessClock;
import baton.journal.envelope.EventCodec;
import baton.journal.reader.LogHandler;
import baton.journal.reader.LogReader;
import baton.journal.reader.ReaderConfig;
import baton.journal.relay.Relay;
import baton.journal.relay.RelaySettings;
import baton.journal.seal.KeyEncryption;
import baton.journal.seal.Keyring;
import baton.journal.seal.PostgresKeyring;
import baton.journal.seal.Sealer;
import baton.journal.store.AppendListener;
import baton.journal.store.AxonJournal;
import baton.journal.store.EventStoreEngine;
import baton.journal.store.JournalParts;
import baton.journal.store.Transactions;
import baton.platform.BatonConfig;
import baton.platform.BatonConfig.ClockMode;
import baton.platform.ServiceDefinition;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The journal's parts as beans, each made once, after the databases were migrated. */
public class JournalBeans {

  @Produces
  @Singleton
  Transactions transactions(AgroalDataSource own) {
    return new Transactions(own);
  }

  @Produces
  @Singleton
  BusinessClock clock(BatonConfig config, AgroalDataSource own) throws SQLException {
    return config.clock() == ClockMode.STEPPED
        ? SteppedBusinessClock.start(own, config.clockStart().orElseGet(Instant::now))
        : SystemBusinessClock.start(own, config.clockSkew());
  }

  @Produces
  @Singleton
  Keyring keyring(
      BatonConfig config, @DataSource("keyring") AgroalDataSource wrapped, MeterRegistry meters)
      throws IOException {
    Path file =
        config
            .kek()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "BATON_KEK names no file: without the key-encryption key nothing can be"
                            + " sealed"));
    var keyring = new PostgresKeyring(wrapped, KeyEncryption.read(file));
    keyring.bindTo(meters);
    return keyring;
  }

  @Produces
  @Singleton
  Sealer sealer(Keyring keyring) {
    return new Sealer(keyring);
  }

  @Produces
  @Singleton
  EventStoreEngine engine(
      BatonConfig config,
      Transactions transactions,
      BusinessClock clock,
      Keyring keyring,
      @Any Instance<AppendListener> listeners,
      Provider<Relay> relay,
      MeterRegistry meters) {
    // The relay needs the store and the store wakes the relay: hence the provider.
    return new EventStoreEngine(
        new JournalParts(
            source(config),
            transactions,
            clock,
            keyring,
            List.copyOf(listeners.stream().toList()),
            () -> relay.get().wake(),
            meters));
  }

  @Produces
  @Singleton
  AxonJournal journal(
      Transactions transactions,
      EventStoreEngine engine,
      BusinessClock clock,
      ServiceDefinition service) {
    return AxonJournal.builder(transactions, engine)
        .aggregates(service.aggregates().toArray(Class<?>[]::new))
        .commandHandlers(service.commandHandlers().toArray())
        .resource(BusinessClock.class, clock)
        .start();
  }

  @Produces
  @Singleton
  Relay relay(
      BatonConfig config,
      AgroalDataSource pool,
      BusinessClock clock,
      RelayParkingRecorder parking,
      MeterRegistry meters) {
    var settings = RelaySettings.of(source(config), instance(), LogConnection.of(config));
    return new Relay(settings, OwnConnection.of(config, "relay"), pool, clock, parking, meters);
  }

  @Produces
  @Singleton
  LogReader reader(
      BatonConfig config,
      Transactions transactions,
      AxonJournal journal,
      LogHandler handler,
      ServiceDefinition service,
      MeterRegistry meters) {
    var defaults = ReaderConfig.of(source(config), config.kafka());
    var topics = Stream.concat(defaults.topics().stream(), service.alsoReads().stream()).toList();
    return new LogReader(
        new ReaderConfig(defaults.source(), topics, LogConnection.of(config), defaults.batch()),
        transactions,
        journal,
        new EventCodec(),
        handler,
        meters);
  }

  @Produces
  @Singleton
  StoreAudit audit(
      BatonConfig config,
      Transactions transactions,
      AxonJournal journal,
      Relay relay,
      MeterRegistry meters) {
    var settings =
        AuditSettings.of(
            source(config),
            LogConnection.of(config),
            config.audit().after(),
            config.audit().every(),
            config.audit().rate());
    return new StoreAudit(settings, transactions, journal, relay::publishes, meters);
  }

  private static String source(BatonConfig config) {
    return "/" + config.service();
  }

  /** Process id and host, which is how the machine names a process. */
  private static String instance() {
    return ManagementFactory.getRuntimeMXBean().getName();
  }
}
