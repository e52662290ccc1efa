package baton.allocation.webhooks;

import baton.allocation.webhooks.model.Scheme;
import baton.allocation.webhooks.model.WebhookUrl;
import baton.contract.feed.FeedTypes;
import baton.platform.forms.Form;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is asked of webhooks. */
final class WebhookBodies {
  /** Beyond this an old secret would be none. */
  private static final Duration OVERLAP_MAX = Duration.ofDays(30);

  private WebhookBodies() {}

  @Schema(name = "WebhookWanted")
  record Wanted(
      @Schema(examples = "https://records.force.example/baton", required = true) String url,
      @Schema(
              description = "types of entries that are to be sent; left out: all",
              examples = "[\"baton.feed.disseminated.v1\"]")
          List<String> kinds,
      @Schema(
              description = "`v1` (HMAC-SHA256, a secret that both know) or `v1a` (Ed25519)",
              examples = "v1",
              required = true)
          String scheme,
      @Schema(
              description =
                  "what follows this `feedposition` is sent; left out: what comes from now on")
          Long after) {}

  @Schema(name = "WebhookReplay")
  record Replay(
      @Schema(description = "what follows this `feedposition` is sent again", required = true)
          Long after) {}

  @Schema(name = "WebhookSecretWanted")
  record NewSecret(
      @Schema(
              description = "so long the old one signs as well, ISO 8601; left out: a day",
              examples = "PT24H")
          String overlap) {}

  /** A {@link Wanted} that was read. */
  record Read(URI url, List<String> kinds, Scheme scheme, Long after) {}

  static Read read(Wanted body, boolean httpAllowed) {
    var form = new Form();
    String url = form.required("/url", Form.body(body).url());
    String wrong = url == null ? null : WebhookUrl.wrong(url, httpAllowed);
    if (wrong != null) form.wrong("/url", "webhook-url-unusable", wrong);
    Scheme scheme = form.word("/scheme", body.scheme(), Scheme.class);
    List<String> kinds = body.kinds() == null ? List.of() : body.kinds();
    for (int i = 0; i < kinds.size(); i++)
      if (kinds.get(i) == null || !FeedTypes.names().contains(kinds.get(i)))
        form.wrong(
            "/kinds/" + i,
            "unknown-kind",
            "no entry of a feed has this type; there are " + FeedTypes.names());
    if (body.after() != null && body.after() < 0)
      form.wrong("/after", "wrong-form", "after is the feedposition of an entry, or 0");
    form.check();
    return new Read(
        URI.create(url.strip()), kinds.stream().distinct().toList(), scheme, body.after());
  }

  static long after(Replay body) {
    var form = new Form();
    Long after = form.required("/after", Form.body(body).after());
    if (after != null && after < 0)
      form.wrong("/after", "wrong-form", "after is the feedposition of an entry, or 0");
    form.check();
    return after;
  }

  static Duration overlap(NewSecret body, Duration otherwise) {
    if (body == null || body.overlap() == null) return otherwise;
    var form = new Form();
    Duration overlap = null;
    try {
      overlap = Duration.parse(body.overlap().strip());
    } catch (DateTimeException none) {
      // the violation below says what is wanted
    }
    if (overlap == null || overlap.isNegative() || overlap.compareTo(OVERLAP_MAX) > 0)
      form.wrong(
          "/overlap", "wrong-form", "overlap is a duration up to 30 days, such as PT24H or P7D");
    form.check();
    return overlap;
  }
}
