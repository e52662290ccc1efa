package baton.escalation.sample;

import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.custody.Custody;
import baton.escalation.archive.ArchivePages;
import baton.escalation.clockkeeper.Age;
import baton.escalation.clockkeeper.Ages;
import baton.escalation.platform.Query;
import baton.escalation.platform.Sight;
import baton.escalation.replay.ArchiveReplay;
import baton.escalation.replay.model.Reckoning;
import baton.escalation.sample.model.Lot;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.EventCodec;
import baton.journal.envelope.UnreadableEvent;
import baton.platform.Fresh;
import baton.platform.Problems;
import baton.platform.Roles;
import baton.platform.ServesCopies;
import baton.platform.limits.Busy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A sample for inspections that nobody can have chosen and anybody can draw again. */
@Path("/audit/sample")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AUDITOR, Roles.SUPERVISOR})
@ServesCopies
public class SampleResource {
  private static final int SIZE_MAX = 500;
  private static final int SEED_MAX = 200;

  private final ArchiveReplay replay;
  private final ArchivePages archive;
  private final Sight sight;
  private final Ages ages;
  private final EventCodec codec = new EventCodec();

  /** To draw one, every story is read again: the service does no two of that at once. */
  private final Semaphore drawing = new Semaphore(1);

  SampleResource(ArchiveReplay replay, ArchivePages archive, Sight sight, Ages ages) {
    this.replay = replay;
    this.archive = archive;
    this.sight = sight;
    this.ages = ages;
  }

  @GET
  @Operation(
      summary = "A reproducible sample of referrals, redacted",
      description =
          "The same seed, filter and asAt give the same referrals: those of the filter, sorted by"
              + " SHA-256(seed, newline, referral id), the first size of them. Each with who had"
              + " it and its events; nothing that was sealed, staff under pseudonyms that hold"
              + " within the sample.")
  public Fresh<SampleView> sample(
      @QueryParam("seed") String seed,
      @QueryParam("size") @DefaultValue("20") int size,
      @QueryParam("force") OrganisationCode force,
      @QueryParam("grade") String grade,
      @QueryParam("state") String state,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("asAt") String asAt) {
    if (seed == null) throw Query.wrong("seed", "seed is any text; name it before you look");
    Problems.requireText("seed", seed, SEED_MAX);
    if (size < 1 || size > SIZE_MAX)
      throw Query.wrong("size", "size is a number from 1 to " + SIZE_MAX);
    Age now = ages.now();
    Instant given = Query.time("asAt", asAt);
    Instant at = given == null ? now.asOf() : given;
    var filter =
        new SampleFilter(
            force,
            grade(grade),
            open(state),
            Query.time("from", from),
            Query.time("to", to),
            sight.bound());
    if (!drawing.tryAcquire()) throw new Busy("another sample is being drawn");
    try {
      return Fresh.of(sample(seed, size, filter, at), Age.at(at, now).freshness());
    } finally {
      drawing.release();
    }
  }

  private SampleView sample(String seed, int size, SampleFilter filter, Instant at) {
    var lot = new Lot<Custody>(seed, size);
    replay.each(
        at,
        Reckoning.RECORDED,
        null,
        custody -> {
          if (filter.matches(custody)) lot.add(custody.referral(), custody);
          return true;
        });
    var pseudonyms = new Pseudonyms();
    var redaction = new Redaction(pseudonyms);
    List<SampledReferral> drawn =
        lot.drawn().stream()
            .map(
                custody ->
                    SampledReferral.of(
                        custody, at, pseudonyms, events(custody.referral(), at, redaction)))
            .toList();
    return new SampleView(seed, size, at, lot.offered(), drawn);
  }

  private List<SampledEvent> events(ReferralId referral, Instant at, Redaction redaction) {
    var events = new ArrayList<SampledEvent>();
    archive.<RuntimeException>ofReferral(
        referral,
        archived -> {
          if (archived.recordedTime() == null || archived.recordedTime().isAfter(at)) return;
          try {
            events.add(redaction.of(codec.decode(Envelope.parse(archived.value()))));
          } catch (UnreadableEvent parked) {
            // Nothing can be said of it that was not sealed; the reader has parked it and says so.
          }
        });
    return events;
  }

  private static Grade grade(String given) {
    if (given == null || given.isBlank()) return null;
    return Arrays.stream(Grade.values())
        .filter(each -> each.name().equals(given))
        .findFirst()
        .orElseThrow(
            () -> Query.wrong("grade", "grade is one of " + Arrays.toString(Grade.values())));
  }

  /** Null for both. */
  private static Boolean open(String given) {
    List<String> words = Query.words(given);
    if (!List.of("open", "concluded").containsAll(words))
      throw Query.wrong("state", "state is open, concluded, or both parted by a comma");
    return words.size() == 1 ? words.contains("open") : null;
  }
}
