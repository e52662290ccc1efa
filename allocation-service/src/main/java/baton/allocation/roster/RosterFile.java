package baton.allocation.roster;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import baton.allocation.platform.AllocationConfig;
import baton.allocation.roster.model.RosterCommand.AdoptRoster;
import baton.contract.OrganisationCode;
import baton.journal.clock.BusinessClock;
import baton.journal.store.TransactionFailed;
import baton.journal.store.Transactions;
import baton.platform.DatabaseFailed;
import baton.platform.Idempotency;
import baton.platform.RefusedException;
import baton.platform.StoreRefuses;
import baton.platform.forms.Form;
import baton.platform.sql.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the rosters of a file at start, each once: an organisation whose part of the file has not
 * changed since is left alone, for it may have been changed over REST.
 */
@ApplicationScoped
public class RosterFile {
  private static final Logger LOG = LoggerFactory.getLogger(RosterFile.class);

  private final AllocationConfig config;
  private final RosterDesk desk;
  private final BusinessClock clock;
  private final Transactions transactions;
  private final ObjectMapper json;
  private Path left;

  public RosterFile(
      AllocationConfig config,
      RosterDesk desk,
      BusinessClock clock,
      Transactions transactions,
      ObjectMapper json) {
    this.config = config;
    this.desk = desk;
    this.clock = clock;
    this.transactions = transactions;
    this.json = json;
  }

  /** A file that cannot be taken stops the start; a store that cannot be written to does not. */
  void start(@Observes StartupEvent started) {
    left = config.roster().orElse(null);
    takeWhatIsLeft();
  }

  /** What the store could not take at start. */
  @Scheduled(every = "10s", delayed = "10s", concurrentExecution = SKIP)
  synchronized void takeWhatIsLeft() {
    if (left == null) return;
    try {
      take(left);
      left = null;
    } catch (StoreRefuses | DatabaseFailed | TransactionFailed notNow) {
      LOG.warn("The roster of {} waits for the store: {}", left, notNow.getMessage());
    }
  }

  void take(Path file) {
    for (RosterBody body : read(file)) {
      try {
        transactions.inTransaction(() -> take(body));
      } catch (HttpProblem e) {
        throw unusable(file, e.getDetail(), e);
      } catch (RefusedException e) {
        throw unusable(file, e.refusal().detail(), e);
      }
    }
  }

  private Void take(RosterBody body) throws JsonProcessingException {
    var form = new Form();
    var organisation = form.requiredId("/organisation", body.organisation(), OrganisationCode::of);
    form.check();
    String hash = Idempotency.hash(json.writeValueAsBytes(body));
    var sql = Sql.on(transactions.connection(), "the roster file's mark");
    boolean taken =
        sql.find(
                "select 1 from roster_file where organisation = ? and content_hash = ?",
                row -> true,
                organisation,
                hash)
            .isPresent();
    if (taken) return null;
    int changes =
        desk.sendAsSystem(new AdoptRoster(organisation, body.roster(organisation, clock.instant())))
            .recorded()
            .size();
    sql.update(
        """
        insert into roster_file (organisation, content_hash) values (?, ?)
        on conflict (organisation) do update set content_hash = excluded.content_hash""",
        organisation,
        hash);
    LOG.info("Roster of {} taken from the file: {} changes", organisation, changes);
    return null;
  }

  private List<RosterBody> read(Path file) {
    try {
      return Arrays.asList(json.readValue(Files.readAllBytes(file), RosterBody[].class));
    } catch (IOException e) {
      throw unusable(file, "it is not readable as a JSON list of rosters", e);
    }
  }

  private static IllegalStateException unusable(Path file, String why, Exception cause) {
    return new IllegalStateException("BATON_ROSTER " + file + " cannot be taken: " + why, cause);
  }
}
