package baton.escalation.sample;

import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.escalation.platform.Query;
import baton.escalation.platform.Sight;
import baton.escalation.replay.ArchiveReplay;
import baton.escalation.replay.ArchiveReplay.Told;
import baton.escalation.replay.model.Reckoning;
import baton.escalation.sample.Samples.Drawn;
import baton.escalation.sample.Samples.Wanted;
import baton.platform.Fresh;
import baton.platform.Problems;
import baton.platform.Roles;
import baton.platform.ServesCopies;
import baton.policy.PolicyBook;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A sample for inspections that nobody can have chosen and anybody can draw again. */
@Path("/audit/sample")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AUDITOR, Roles.SUPERVISOR})
@ServesCopies
public class SampleResource {
  private static final int SIZE_MAX = 500;
  private static final int SEED_MAX = 200;

  private final Samples samples;
  private final ArchiveReplay archive;
  private final Sight sight;

  SampleResource(Samples samples, ArchiveReplay archive, Sight sight) {
    this.samples = samples;
    this.archive = archive;
    this.sight = sight;
  }

  @GET
  @Operation(
      summary = "A reproducible sample of referrals, redacted",
      description =
          "The same seed, filter and asAt give the same referrals: those of the filter, sorted by"
              + " SHA-256(seed, newline, referral id), the first size of them. Each with who had"
              + " it and its events; nothing that was sealed, staff under pseudonyms that hold"
              + " within the sample. One is drawn at a time, from the whole log: 503 with"
              + " Retry-After until it is there.")
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
    var filter =
        new SampleFilter(
            force,
            grade(grade),
            open(state),
            Query.time("from", from),
            Query.time("to", to),
            sight.bound());
    var drawn = samples.of(new Wanted(seed, size, filter, Query.time("asAt", asAt)));
    return Fresh.of(view(seed, size, drawn), drawn.age().freshness());
  }

  private SampleView view(String seed, int size, Drawn drawn) {
    var pseudonyms = new Pseudonyms();
    var redaction = new Redaction(pseudonyms);
    PolicyBook policy = archive.policy(drawn.at(), Reckoning.RECORDED);
    List<SampledReferral> referrals =
        drawn.referrals().stream()
            .flatMap(id -> archive.told(id, drawn.at(), Reckoning.RECORDED, policy).stream())
            .map(told -> referral(told, drawn.at(), pseudonyms, redaction))
            .toList();
    return new SampleView(seed, size, drawn.at(), drawn.matching(), referrals);
  }

  private static SampledReferral referral(
      Told told, Instant at, Pseudonyms pseudonyms, Redaction redaction) {
    return SampledReferral.of(
        told.asAt().custody(),
        at,
        pseudonyms,
        told.events().stream()
            .filter(event -> !event.recordedTime().isAfter(at))
            .map(redaction::of)
            .toList());
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
