package baton.escalation.policy;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import baton.contract.Nation;
import baton.contract.OrganisationCode;
import baton.escalation.policy.model.AdoptCalendar;
import baton.escalation.policy.model.PolicyCommand.AdoptLadder;
import baton.escalation.policy.model.PolicyCommand.AdoptTimescales;
import baton.journal.clock.BusinessClock;
import baton.platform.Commands;
import baton.platform.ReadOnly;
import baton.platform.RefusedException;
import baton.policy.file.Defaults;
import baton.policy.file.PolicyFile;
import baton.policy.file.PolicyFileUnusable;
import baton.policy.file.PolicyPart;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adopts at start what files say and nobody has adopted yet: Baton's defaults, the installation's
 * own tables, and the holidays of the nations for the years to come. What is on record already is
 * left alone, for it may have been changed over REST since.
 */
@ApplicationScoped
public class PolicyFiles {
  private static final Logger LOG = LoggerFactory.getLogger(PolicyFiles.class);
  private static final String VARIABLE = "BATON_TIMESCALES";

  /** Before it there is no referral. */
  private static final int FIRST_YEAR = 2010;

  private static final int YEARS_AHEAD = 10;

  private final PolicyConfig config;
  private final Commands commands;
  private final BusinessClock clock;
  private final ReadOnly readOnly;
  private List<PolicyPart> left = List.of();
  private int calendarsTo;

  public PolicyFiles(
      PolicyConfig config, Commands commands, BusinessClock clock, ReadOnly readOnly) {
    this.config = config;
    this.commands = commands;
    this.clock = clock;
    this.readOnly = readOnly;
  }

  /** A file that cannot be taken stops the start; a store that cannot be written to does not. */
  void start(@Observes StartupEvent started) {
    take(parts());
  }

  void take(List<PolicyPart> parts) {
    left = parts;
    try {
      adopt();
    } catch (Unusable stopsTheStart) {
      throw stopsTheStart;
    } catch (RuntimeException notNow) {
      LOG.warn("What is to be adopted at start waits for the store: {}", notNow.getMessage());
    }
  }

  /** What could not be adopted at start, and the holidays of another year once it has begun. */
  @Scheduled(every = "10s", delayed = "10s", concurrentExecution = SKIP)
  synchronized void adopt() {
    // A copy is judged by what the original adopted.
    if (readOnly.holds()) return;
    for (PolicyPart part : left) adopt(part);
    left = List.of();
    int lastYear = clock.instant().atZone(ZoneOffset.UTC).getYear() + YEARS_AHEAD;
    if (lastYear == calendarsTo) return;
    for (Nation nation : Nation.values())
      commands.sendAsSystem(
          new AdoptCalendar(
              nation, FIRST_YEAR, lastYear, BankHolidays.of(nation, FIRST_YEAR, lastYear)));
    calendarsTo = lastYear;
  }

  private void adopt(PolicyPart part) {
    try {
      if (part.timescales() != null)
        commands.sendAsSystem(
            new AdoptTimescales(
                part.organisation(), part.effectiveFrom(), null, part.reason(), part.timescales()));
      if (part.ladder() != null)
        commands.sendAsSystem(
            new AdoptLadder(
                part.organisation(), part.effectiveFrom(), null, part.reason(), part.ladder()));
    } catch (RefusedException e) {
      String where = part == Defaults.part() ? "Baton's own file" : VARIABLE;
      throw new Unusable("%s, line %d: %s".formatted(where, part.line(), e.refusal().detail()), e);
    }
  }

  /** Baton's defaults first; not where the installation has adopted defaults of its own. */
  private List<PolicyPart> parts() {
    List<PolicyPart> own = config.timescales().map(PolicyFiles::read).orElse(List.of());
    boolean ownDefaults =
        own.stream().anyMatch(part -> part.organisation().equals(OrganisationCode.BATON));
    return ownDefaults ? own : Stream.concat(Stream.of(Defaults.part()), own.stream()).toList();
  }

  private static List<PolicyPart> read(Path file) {
    try {
      return PolicyFile.read(file.getFileName().toString(), Files.readString(file));
    } catch (IOException | PolicyFileUnusable e) {
      throw new Unusable(VARIABLE + " " + file + " cannot be taken: " + e.getMessage(), e);
    }
  }

  /** What stops the start, in words for whoever wrote the file. */
  static final class Unusable extends IllegalStateException {
    Unusable(String message, Exception cause) {
      super(message, cause);
    }
  }
}
