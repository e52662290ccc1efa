package baton.allocation.webhooks;

import baton.allocation.feed.FeedReading;
import baton.allocation.feed.FeedSight;
import baton.allocation.webhooks.WebhookBodies.Read;
import baton.allocation.webhooks.WebhookViews.Row;
import baton.allocation.webhooks.model.Webhook;
import baton.contract.OrganisationCode;
import baton.journal.store.Transactions;
import baton.platform.Attempts;
import baton.platform.Caller;
import baton.platform.Commands;
import baton.platform.Problems;
import baton.platform.Problems.Violation;
import baton.platform.Role;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Webhooks as their force keeps them. What is another force's is not there. */
@ApplicationScoped
class WebhookDesk {
  private final FeedSight sight;
  private final FeedReading reading;
  private final WebhookSecrets secrets;
  private final WebhookSender sender;
  private final WebhookDispatch dispatch;
  private final WebhooksConfig config;
  private final Commands commands;
  private final Attempts attempts;
  private final Transactions transactions;
  private final TransportClock clock;
  private final Caller caller;

  WebhookDesk(
      FeedSight sight,
      FeedReading reading,
      WebhookSecrets secrets,
      WebhookSender sender,
      WebhookDispatch dispatch,
      WebhooksConfig config,
      Commands commands,
      Attempts attempts,
      Transactions transactions,
      TransportClock clock,
      Caller caller) {
    this.sight = sight;
    this.reading = reading;
    this.secrets = secrets;
    this.sender = sender;
    this.dispatch = dispatch;
    this.config = config;
    this.commands = commands;
    this.attempts = attempts;
    this.transactions = transactions;
    this.clock = clock;
    this.caller = caller;
  }

  /**
   * One that was made, or has a new secret.
   *
   * @param secret told this once; null for an asymmetric one
   */
  record Made(Row row, String secret) {}

  /** A name is looked up here for the first time, and again whenever something is sent. */
  void requirePublic(URI url) throws InterruptedException {
    String wrong = null;
    try {
      sender.address(url);
    } catch (WebhookSender.Forbidden forbidden) {
      wrong = forbidden.getMessage();
    } catch (TimeoutException late) {
      wrong = "no resolver said in time where " + url.getHost() + " leads; try again";
    } catch (UnknownHostException nowhere) {
      wrong = url.getHost() + " leads nowhere: there is no such name";
    }
    if (wrong != null)
      throw Problems.invalid(List.of(new Violation("/url", "webhook-url-unusable", wrong)));
  }

  /** Joins the transaction that is bound. */
  Made add(OrganisationCode force, Read read) {
    var tx = transactions.connection();
    WebhookTable table = WebhookTable.on(tx);
    if (table.count(force) >= config.each())
      throw Problems.of(
          409,
          "too-many-webhooks",
          "Refused as things stand",
          force + " has " + config.each() + " webhooks already; remove one that is not used");
    long last = reading.last(force);
    if (read.after() != null) reading.requireReach(force, read.after());
    Instant now = clock.instant();
    UUID id = UuidCreator.getTimeOrderedEpoch();
    long after = read.after() == null ? last : read.after();
    var row =
        new WebhookRow(
            id,
            force,
            caller.organisation(),
            read.url(),
            read.scheme(),
            read.kinds(),
            after,
            now,
            0,
            null,
            null,
            null,
            now,
            null,
            null);
    table.add(row);
    var made = secrets.make(id, read.scheme(), tx);
    send(new Webhook.Register(force, id, read.url().getHost(), read.scheme(), read.kinds()));
    transactions.afterCommit(dispatch::wake);
    return new Made(Row.of(row, last, secrets.known(id, tx)), made.secret());
  }

  List<Row> list(OrganisationCode force) {
    return transactions.inTransaction(
        () ->
            WebhookTable.on(transactions.connection()).of(force).stream().map(this::view).toList());
  }

  Row show(UUID id) {
    return transactions.inTransaction(() -> view(seen(id)));
  }

  WebhookRow find(UUID id) {
    return transactions.inTransaction(() -> seen(id));
  }

  void remove(UUID id) {
    attempts.inTransaction(
        () -> {
          WebhookRow row = locked(id);
          send(new Webhook.Remove(row.force(), id));
          secrets.forgetAll(id, transactions.connection());
          WebhookTable.on(transactions.connection()).remove(id);
          return null;
        });
  }

  /** It goes on where it was. */
  Row enable(UUID id) {
    return change(
        id,
        row -> {
          send(new Webhook.Enable(row.force(), id));
          WebhookTable.on(transactions.connection()).begin(id, clock.instant());
        });
  }

  Row replay(UUID id, long after) {
    return change(
        id,
        row -> {
          reading.requireReach(row.force(), after);
          WebhookTable.on(transactions.connection()).replay(row, after, clock.instant());
        });
  }

  Made renew(UUID id, Duration overlap) {
    return attempts.inTransaction(
        () -> {
          WebhookRow row = locked(id);
          var tx = transactions.connection();
          secrets.retire(id, clock.instant().plus(overlap), tx);
          var made = secrets.make(id, row.scheme(), tx);
          return new Made(view(row), made.secret());
        });
  }

  private Row change(UUID id, Consumer<WebhookRow> work) {
    return attempts.inTransaction(
        () -> {
          work.accept(locked(id));
          transactions.afterCommit(dispatch::wake);
          return view(seen(id));
        });
  }

  private Row view(WebhookRow row) {
    var tx = transactions.connection();
    return Row.of(row, reading.last(row.force()), secrets.known(row.id(), tx));
  }

  private WebhookRow locked(UUID id) {
    seen(id);
    return WebhookTable.on(transactions.connection()).lock(id).orElseThrow(() -> none(id));
  }

  private WebhookRow seen(UUID id) {
    WebhookRow row =
        WebhookTable.on(transactions.connection()).find(id).orElseThrow(() -> none(id));
    if (!sight.reads(caller.organisation(), row.force())) throw none(id);
    return row;
  }

  /** A force's system acts for itself here, unless it names a person. */
  private void send(Webhook.Wanted command) {
    if (caller.is(Role.FORCE_SYSTEM) && caller.person().isEmpty())
      commands.sendAsForceSystem(command);
    else commands.send(command);
  }

  private static RuntimeException none(UUID id) {
    return Problems.notFound("your organisation has no webhook " + id);
  }
}
