package baton.allocation.feed;

import baton.contract.EventId;
import baton.contract.ReferralId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a page of a feed looks, for its description. */
@Schema(name = "FeedPage")
public record FeedPage(
    List<Entry> items,
    @Schema(
            description = "for `after` where there is more already; null at the end",
            nullable = true)
        String next,
    Instant asOf,
    double lagSeconds) {

  @Schema(name = "FeedEntry", description = "a CloudEvents 1.0 document")
  public record Entry(
      @Schema(examples = "1.0") String specversion,
      @Schema(description = "the same whenever and however it is told") UUID id,
      @Schema(examples = "/disseminations/46") String source,
      @Schema(examples = "baton.feed.disseminated.v1") String type,
      @Schema(description = "the referral; missing in the answer to a command that named none")
          ReferralId subject,
      @Schema(description = "when what it tells was recorded") Instant time,
      @Schema(description = "counts from 1 without a hole; for `after`") long feedposition,
      @Schema(description = "the event that it tells of; missing in the answer to a command")
          EventId causationid,
      @Schema(examples = "OFFICIAL-SENSITIVE") String marking,
      @Schema(examples = "application/json") String datacontenttype,
      @Schema(description = "as the type's JSON Schema in shared-events/contract says")
          Map<String, Object> data) {}
}
