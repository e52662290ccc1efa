package baton.escalation.notices;

import baton.platform.delivery.WebhookSignature;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;

/**
 * A signed POST as Standard Webhooks has it. Every answer from 200 to 299 is a receipt; redirects
 * are not followed, for the address is the operator's word.
 */
@ApplicationScoped
class WebhookChannel implements Channel {
  private final NoticesConfig config;
  private final InstantSource system = InstantSource.system();
  private final HttpClient client;

  WebhookChannel(NoticesConfig config) {
    this.config = config;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(config.answerMax())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    // What cannot sign is to be known at the start, and not when it matters.
    config.webhook().values().forEach(each -> WebhookSignature.key(each.secret()));
  }

  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public void send(String address, String id, String body) throws Undelivered {
    NoticesConfig.Webhook webhook = config.webhook().get(address);
    if (webhook == null) throw new Undelivered("no webhook is configured under this name any more");
    try {
      HttpResponse<Void> answer =
          client.send(request(webhook, id, body), BodyHandlers.discarding());
      int status = answer.statusCode();
      if (status < 200 || status > 299) throw new Undelivered("it answered " + status);
    } catch (IOException e) {
      throw new Undelivered("it did not answer: " + e.getClass().getSimpleName(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Undelivered("the service stops", e);
    }
  }

  private HttpRequest request(NoticesConfig.Webhook webhook, String id, String body) {
    long timestamp = system.instant().getEpochSecond();
    return HttpRequest.newBuilder(webhook.url())
        .timeout(config.answerMax())
        .header("content-type", "application/json")
        .header("webhook-id", id)
        .header("webhook-timestamp", Long.toString(timestamp))
        .header("webhook-signature", WebhookSignature.of(webhook.secret(), id, timestamp, body))
        .POST(BodyPublishers.ofString(body))
        .build();
  }
}
