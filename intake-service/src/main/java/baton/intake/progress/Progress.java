package baton.intake.progress;

import baton.contract.OrganisationCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a sender asked about its referral, and what it was told; each oldest first. */
@Schema(name = "ReferralProgress")
public record Progress(List<Request> requests, List<Report> reports) {

  /**
   * @param text null where none was given
   * @param unreadable true where its key has been disposed of, else left out
   */
  @Schema(name = "ProgressRequest")
  public record Request(
      int number,
      Instant askedAt,
      String text,
      @JsonInclude(JsonInclude.Include.NON_NULL) Boolean unreadable) {}

  /**
   * @param request the number of the request that it answers, or null
   * @param organisation on whose behalf; never which person
   * @param unreadable true where its key has been disposed of, else left out
   */
  @Schema(name = "ProgressReport")
  public record Report(
      Integer request,
      OrganisationCode organisation,
      Instant reportedAt,
      String text,
      @JsonInclude(JsonInclude.Include.NON_NULL) Boolean unreadable) {}
}
