package baton.local.recovery;

import baton.journal.recovery.Situation;
import baton.journal.recovery.Situation.Kind;
import baton.local.CopyMark;
import baton.local.Home;
import baton.local.HomeLock;
import baton.local.Instance;
import baton.local.LocalBaton;
import baton.local.Status;
import baton.local.Surroundings;
import baton.local.Trouble;
import baton.parts.LocalPostgres;
import baton.parts.PartFailed;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;

/**
 * Looks whether databases, log and keyring belong together, and mends what can be mended. Topics
 * are mended here, while no service runs; each service then brings its own store forward as it
 * starts.
 */
public final class Recovery {
  /** A mended topic may show what it hid, a cut log a store from the past: not more often. */
  private static final int ROUNDS = 4;

  /** Each service brings its own store forward before it does anything else. */
  private static final Surroundings RECOVERING =
      new Surroundings() {
        @Override
        public Map<String, String> environment(Instance instance) {
          return Map.of("BATON_RECOVER", "true");
        }
      };

  private final Home home;
  private final Consumer<String> tell;
  private final Consumer<String> find;
  private boolean mending;
  private boolean keyringIsAmiss;

  /**
   * @param tell takes one line about each step
   * @param find takes one line about each finding
   */
  public Recovery(Home home, Consumer<String> tell, Consumer<String> find) {
    this.home = home;
    this.tell = tell;
    this.find = find;
  }

  /** Changes nothing. */
  public Outcome look() throws IOException {
    return withParts(
        parts -> {
          List<Situation> found = parts.situations();
          for (Situation one : found) find.accept(one.toString());
          for (String topic : topics(found))
            find.accept("With --apply: " + parts.mend(topic).plan());
          for (Situation one : found)
            if (one.kind() == Kind.ARCHIVE_BEHIND)
              find.accept(
                  "With --apply: escalation-service reads the log again from its beginning.");
            else if (one.topic() == null && mendable(one))
              find.accept(
                  "With --apply: "
                      + one.source().substring(1)
                      + " brings its store forward from the log as it starts.");
          boolean keyringIsAmiss = parts.keyringIsAmiss();
          if (keyringIsAmiss || found.stream().anyMatch(one -> !mendable(one)))
            return Outcome.BEYOND_MENDING;
          if (!found.isEmpty()) return Outcome.MENDABLE;
          find.accept("Databases, log and keyring belong together.");
          return Outcome.IN_ORDER;
        });
  }

  /**
   * Mends what {@link #look} would, and starts everything where there was something to mend. What
   * is amiss with the keyring stays so: the rest is mended all the same, since custody goes on.
   */
  public Outcome apply() throws IOException {
    Outcome outcome = withParts(this::mend);
    if (outcome == Outcome.BEYOND_MENDING) return outcome;
    if (mending) {
      new LocalBaton(home, tell, RECOVERING).up(null, null, null);
      find.accept(
          (keyringIsAmiss ? "All but the keyring" : "Everything") + " was recovered and runs.");
    } else if (!keyringIsAmiss) {
      find.accept("Databases, log and keyring belong together.");
    }
    return keyringIsAmiss ? Outcome.BEYOND_MENDING : outcome;
  }

  /** Until what is left is for the services themselves. */
  private Outcome mend(Found parts) throws Exception {
    keyringIsAmiss = parts.keyringIsAmiss();
    for (int round = 0; round < ROUNDS; round++) {
      List<Situation> found = parts.situations();
      mending |= !found.isEmpty();
      for (Situation one : found) find.accept(one.toString());
      if (found.stream().anyMatch(one -> !mendable(one))) return Outcome.BEYOND_MENDING;
      Set<String> topics = topics(found);
      for (String topic : topics) find.accept(parts.mend(topic).apply(parts.rewrite(topic)));
      boolean archive = found.stream().anyMatch(one -> one.kind() == Kind.ARCHIVE_BEHIND);
      if (archive) parts.archive().readAgain();
      if (topics.isEmpty() && !archive) return Outcome.IN_ORDER;
    }
    find.accept("The same is found again and again: nothing more is tried.");
    return Outcome.BEYOND_MENDING;
  }

  private static boolean mendable(Situation one) {
    return one.kind() != Kind.TWO_STORIES;
  }

  private static Set<String> topics(List<Situation> found) {
    var topics = new LinkedHashSet<String>();
    for (Situation one : found) if (one.topic() != null) topics.add(one.topic());
    return topics;
  }

  private interface Work {
    Outcome with(Found parts) throws Exception;
  }

  private Outcome withParts(Work work) throws IOException {
    try (var _ = HomeLock.take(home)) {
      CopyMark.requireNone(home);
      for (Status status : new LocalBaton(home, tell).status())
        if (status.name().contains("-service") && status.state() != Status.State.STOPPED)
          throw new Trouble(status.name() + " runs; stop the services first: baton down");
      boolean postgresRan = LocalPostgres.running(home.postgres()).isPresent();
      var brokers = new LocalBaton(home, tell).brokers();
      boolean brokersRan = brokers.allRun();
      var postgres = LocalPostgres.start(home.postgres(), home.postgresPort());
      brokers.start();
      // What is started right afterwards needs no stop before.
      boolean goesOn = false;
      try (Admin admin = Admin.create(brokers.operator())) {
        Outcome outcome = work.with(new Found(home, admin, brokers, postgres, tell, find));
        goesOn = mending && outcome == Outcome.IN_ORDER;
        return outcome;
      } catch (IOException | RuntimeException known) {
        throw known;
      } catch (SQLException e) {
        throw new PartFailed("PostgreSQL: " + e.getMessage(), e);
      } catch (ExecutionException e) {
        throw new PartFailed("the broker: " + e.getCause().getMessage(), e);
      } catch (Exception e) {
        throw new PartFailed("recovery was broken off: " + e, e);
      } finally {
        if (!brokersRan && !goesOn) brokers.stop();
        if (!postgresRan && !goesOn) postgres.close();
      }
    }
  }
}
