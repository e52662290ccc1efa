package baton.contract.feed;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.UUID;

/**
 * Sent to a webhook because somebody of the force wants to see whether it arrives. No entry of the
 * feed: it has no place, and concerns no referral.
 */
@JsonTypeName(WebhookTest.TYPE)
@JsonPropertyOrder({"webhook", "sentence"})
public record WebhookTest(UUID webhook, String sentence) {
  public static final String TYPE = "baton.feed.webhook-test.v1";

  public WebhookTest {
    requireNonNull(webhook);
    requireNonNull(sentence);
  }
}
