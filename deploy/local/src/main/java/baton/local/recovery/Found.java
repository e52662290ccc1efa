package baton.local.recovery;

import baton.journal.recovery.LogView;
import baton.journal.recovery.Situation;
import baton.journal.recovery.StartCheck;
import baton.local.Brokers;
import baton.local.Home;
import baton.local.Trouble;
import baton.local.client.ServiceName;
import baton.parts.LocalPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/** An installation whose database and broker run and whose services do not. */
final class Found {

  private final Home home;
  private final Consumer<String> tell;
  private final Consumer<String> find;
  private final Admin admin;
  private final Map<String, Object> kafka;
  private final int copies;
  private final LocalPostgres postgres;
  private final List<Store> stores;

  Found(
      Home home,
      Admin admin,
      Brokers brokers,
      LocalPostgres postgres,
      Consumer<String> tell,
      Consumer<String> find)
      throws IOException, SQLException {
    this.home = home;
    this.tell = tell;
    this.find = find;
    this.admin = admin;
    this.kafka = brokers.operator();
    this.copies = brokers.numbers().size();
    this.postgres = postgres;
    this.stores = new ArrayList<>();
    for (ServiceName service : ServiceName.values()) {
      var store = new Store(service, postgres.server());
      if (store.isMigrated()) stores.add(store);
    }
  }

  List<Situation> situations() throws SQLException, ExecutionException, InterruptedException {
    var found = new ArrayList<Situation>();
    for (Store store : stores)
      try (Connection connection = store.connect()) {
        found.addAll(StartCheck.look(admin, kafka, connection, store.source()));
      }
    boolean logIsWhole = found.stream().allMatch(one -> one.topic() == null);
    if (logIsWhole && archives()) found.addAll(archive().look(LogView.of(admin)));
    return found;
  }

  ArchiveCheck archive() {
    return new ArchiveCheck(kafka, stores.getLast());
  }

  private boolean archives() {
    return !stores.isEmpty() && stores.getLast().service() == ServiceName.ESCALATION;
  }

  TopicMend mend(String topic) {
    if (!archives())
      throw new Trouble("escalation-service has no database: start it once, then recover");
    return new TopicMend(admin, kafka, topic, stores, replaced(topic));
  }

  TopicRewrite rewrite(String topic) {
    return new TopicRewrite(admin, kafka, copies, topic, stores, replaced(topic), tell);
  }

  private ReplacedTopic replaced(String topic) {
    return new ReplacedTopic(home.folder(), topic);
  }

  /** Says what is amiss with the keyring, which nothing here can mend; false for nothing. */
  boolean keyringIsAmiss() throws SQLException {
    var look = new KeyringLook(postgres.server(), home.keys().resolve("kek.json"));
    List<String> sentences =
        Stream.of(look.foreignKeyEncryptionKey(), look.missingKeys(stores))
            .flatMap(Optional::stream)
            .toList();
    sentences.forEach(find);
    return !sentences.isEmpty();
  }
}
