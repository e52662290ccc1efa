package baton.allocation.webhooks;

import baton.contract.OrganisationCode;
import baton.platform.Freshness;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Webhooks as their force is shown them. */
final class WebhookViews {
  private WebhookViews() {}

  /** How it stands. */
  enum State {
    ACTIVE,
    FAILING,
    DISABLED
  }

  @Schema(name = "WebhookKey", description = "one of those that sign what is sent")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Key(
      @Schema(description = "counts from 1; the highest is the newest") int number,
      @Schema(description = "`whpk_` and base64; none for a secret that both know")
          String publicKey,
      @Schema(description = "when it signs no more; none for the newest") Instant until) {}

  @Schema(name = "Webhook")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Row(
      UUID id,
      OrganisationCode force,
      @Schema(
              description =
                  "who had it made, and is sent nothing more once it acts for the force no longer")
          OrganisationCode registrant,
      URI url,
      @Schema(description = "types of entries that are sent; empty: all") List<String> kinds,
      @Schema(description = "`v1` (HMAC-SHA256) or `v1a` (Ed25519)", examples = "v1") String scheme,
      State state,
      @Schema(description = "the `feedposition` of the last entry that it has") long position,
      @Schema(description = "the `feedposition` of the feed's last entry") long last,
      Instant madeAt,
      Instant deliveredAt,
      @Schema(description = "since when every attempt failed") Instant failingSince,
      @Schema(description = "attempts in a row that failed") int attempts,
      @Schema(description = "what became of the last of them") String failure,
      Instant nextAttemptAt,
      Instant disabledAt,
      @Schema(
              description =
                  "`FAILING` for days, `GONE` (410), or `NOT_ALLOWED`: its registrant acts for the"
                      + " force no longer")
          String disabledBecause,
      List<Key> keys) {

    static Row of(WebhookRow row, long last, List<WebhookSecrets.Known> keys) {
      return new Row(
          row.id(),
          row.force(),
          row.registrant(),
          row.url(),
          row.kinds(),
          row.scheme().word(),
          state(row),
          row.position(),
          last,
          row.madeAt(),
          row.deliveredAt(),
          row.failingSince(),
          row.attempts(),
          row.failure(),
          row.attempts() == 0 || row.disabled() ? null : row.nextAt(),
          row.disabledAt(),
          row.disabledBecause(),
          keys.stream().map(key -> new Key(key.number(), key.publicKey(), key.until())).toList());
    }

    private static State state(WebhookRow row) {
      if (row.disabled()) return State.DISABLED;
      return row.attempts() > 0 ? State.FAILING : State.ACTIVE;
    }
  }

  @Schema(name = "WebhookNow")
  record Now(Row webhook, Instant asOf, double lagSeconds) {
    static Now of(Row row, Freshness freshness) {
      return new Now(row, freshness.asOf(), freshness.lagSeconds());
    }
  }

  /** The only time that a secret is told. */
  @Schema(name = "WebhookMade")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Made(
      Row webhook,
      @Schema(
              description =
                  "`whsec_` and base64, told this once; none for `v1a`, nor where an"
                      + " Idempotency-Key is repeated")
          String secret) {}

  @Schema(name = "WebhookTested")
  record Tested(
      @Schema(description = "whether it answered 200 to 299") boolean delivered,
      @Schema(examples = "it answered 500") String answer,
      @Schema(description = "the `webhook-id` that was sent") UUID id) {}
}
