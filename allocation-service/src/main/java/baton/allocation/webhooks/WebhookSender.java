package baton.allocation.webhooks;

import baton.allocation.webhooks.model.AllowedNetworks;
import baton.allocation.webhooks.model.Answer;
import baton.allocation.webhooks.model.PublicAddress;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;

/**
 * One POST. A name is resolved once, here, and what was checked is what is connected to: a name
 * that leads elsewhere a moment later leads nowhere. Each request has a connection of its own,
 * redirects are not followed, and of an answer only its status and {@code Retry-After} are read.
 */
@ApplicationScoped
public class WebhookSender {
  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  /** A body that goes on for longer is cut off. */
  private static final long BODY_MILLIS = 2_000;

  private final Vertx vertx;
  private final HostLookup lookup;
  private final WebhooksConfig config;
  private final AllowedNetworks networks;
  private final HttpClient client;

  /** Threads of the platform: a lookup blocks in native code. */
  private final ExecutorService resolvers =
      Executors.newCachedThreadPool(
          Thread.ofPlatform().daemon().name("webhook-names-", 0).factory());

  private final InstantSource system = InstantSource.system();

  public WebhookSender(Vertx vertx, HostLookup lookup, WebhooksConfig config) {
    this.vertx = vertx;
    this.lookup = lookup;
    this.config = config;
    this.networks = AllowedNetworks.of(config.allowNetworks().orElse(List.of()));
    this.client = vertx.createHttpClient(options(config));
  }

  private static HttpClientOptions options(WebhooksConfig config) {
    var options =
        new HttpClientOptions()
            .setKeepAlive(false)
            .setMaxPoolSize(2 * config.atOnce())
            .setConnectTimeout((int) config.answerMax().toMillis());
    config
        .authorities()
        .ifPresent(
            pem -> options.setTrustOptions(new PemTrustOptions().addCertPath(pem.toString())));
    return options;
  }

  void stop(@Observes ShutdownEvent stopped) {
    client.close();
    resolvers.shutdownNow();
  }

  /** It may not be sent there. */
  static final class Forbidden extends Exception {
    private static final long serialVersionUID = 1L;

    Forbidden(String why) {
      super(why);
    }
  }

  /**
   * Where a url leads now. Blocks on the resolver, for as long as an answer may take.
   *
   * @throws Forbidden if that is no public address, nor allowed by the configuration
   * @throws UnknownHostException if it leads nowhere
   * @throws TimeoutException if no resolver says so in time
   */
  InetAddress address(URI url)
      throws Forbidden, UnknownHostException, TimeoutException, InterruptedException {
    return address(url, new Deadline(config.answerMax()));
  }

  private InetAddress address(URI url, Deadline deadline)
      throws Forbidden, UnknownHostException, TimeoutException, InterruptedException {
    InetAddress[] all = lookedUp(bare(url.getHost()), deadline);
    for (InetAddress each : all)
      if (!allowed(each))
        throw new Forbidden(
            url.getHost() + " leads to an address that is not of the public Internet");
    return all[0];
  }

  private boolean allowed(InetAddress address) {
    return config.allowAnywhere() || PublicAddress.is(address) || networks.hold(address);
  }

  /** A resolver that does not answer keeps its own thread, and nobody else's. */
  private InetAddress[] lookedUp(String host, Deadline deadline)
      throws UnknownHostException, TimeoutException, InterruptedException {
    try {
      return deadline.await(resolvers.submit(() -> lookup.addresses(host)));
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof UnknownHostException nowhere) throw nowhere;
      throw new IllegalStateException("a name could not be looked up", failure.getCause());
    }
  }

  /**
   * What is written once there is a connection: asked for then, so that nothing is sent that was
   * ended while a name was looked up or a receiver was connected to.
   */
  @FunctionalInterface
  interface Letter {
    /** The headers; empty where it is to be sent no more. May block on the database. */
    Optional<Map<String, String>> headers();
  }

  /**
   * Blocks until there is an answer, or for as long as one may take, the lookup included.
   *
   * @return empty where it was to be sent no more
   * @throws InterruptedException if this instance stops
   */
  Optional<Answer> post(URI url, Letter letter, String body) throws InterruptedException {
    var deadline = new Deadline(config.answerMax());
    try {
      InetAddress address = address(url, deadline);
      return exchanged(connected(url, address, deadline), letter, body, deadline);
    } catch (Forbidden forbidden) {
      return failed(forbidden.getMessage());
    } catch (UnknownHostException nowhere) {
      return failed(url.getHost() + " leads nowhere: there is no such name");
    } catch (TimeoutException late) {
      return failed("it did not answer within " + config.answerMax().toSeconds() + " s");
    } catch (ExecutionException broken) {
      return failed("it did not answer: " + broken.getCause().getClass().getSimpleName());
    }
  }

  private HttpClientRequest connected(URI url, InetAddress address, Deadline deadline)
      throws InterruptedException, ExecutionException, TimeoutException {
    Future<HttpClientRequest> connecting = client.request(request(url, address));
    try {
      return deadline.await(connecting.toCompletionStage().toCompletableFuture());
    } catch (TimeoutException | InterruptedException over) {
      connecting.onSuccess(HttpClientRequest::reset);
      throw over;
    }
  }

  private Optional<Answer> exchanged(
      HttpClientRequest request, Letter letter, String body, Deadline deadline)
      throws InterruptedException, ExecutionException, TimeoutException {
    boolean answered = false;
    try {
      Optional<Map<String, String>> headers = letter.headers();
      if (headers.isEmpty()) return Optional.empty();
      deadline.requireTime();
      headers.get().forEach(request::putHeader);
      // Listened for before anything is written: no answer is over before it is looked at.
      Future<Answer> answer = request.response().map(this::read);
      request.end(Buffer.buffer(body));
      Answer came = deadline.await(answer.toCompletionStage().toCompletableFuture());
      answered = true;
      return Optional.of(came);
    } finally {
      if (!answered) request.reset();
    }
  }

  private RequestOptions request(URI url, InetAddress address) {
    boolean secure = "https".equalsIgnoreCase(url.getScheme());
    int port = url.getPort() > 0 ? url.getPort() : secure ? HTTPS : HTTP;
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, port)))
        .setHost(bare(url.getHost()))
        .setPort(port)
        .setSsl(secure)
        .setFollowRedirects(false)
        .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery());
  }

  private Answer read(HttpClientResponse response) {
    var connection = response.request().connection();
    long cut = vertx.setTimer(BODY_MILLIS, _ -> connection.close());
    response.end().onComplete(_ -> vertx.cancelTimer(cut));
    Duration asked = RetryAfter.of(response.getHeader("retry-after"), system.instant());
    return Answer.of(response.statusCode(), asked);
  }

  private static Optional<Answer> failed(String why) {
    return Optional.of(new Answer.Failed(why, null));
  }

  /** An IPv6 address stands between brackets in a url. */
  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }
}
