package baton.allocation.webhooks;

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
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
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
  private final HttpClient client;
  private final InstantSource system = InstantSource.system();

  public WebhookSender(Vertx vertx, HostLookup lookup, WebhooksConfig config) {
    this.vertx = vertx;
    this.lookup = lookup;
    this.config = config;
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
  }

  /** It may not be sent there. */
  static final class Forbidden extends Exception {
    private static final long serialVersionUID = 1L;

    Forbidden(String why) {
      super(why);
    }
  }

  /**
   * Where a url leads now.
   *
   * @throws Forbidden if that is no public address, nor allowed by the configuration
   * @throws UnknownHostException if it leads nowhere
   */
  InetAddress address(URI url) throws Forbidden, UnknownHostException {
    InetAddress[] all = lookup.addresses(bare(url.getHost()));
    for (InetAddress each : all)
      if (!config.allowPrivate() && !PublicAddress.is(each))
        throw new Forbidden(
            url.getHost() + " leads to an address that is not of the public Internet");
    return all[0];
  }

  /**
   * Blocks until there is an answer, or for as long as one may take.
   *
   * @throws InterruptedException if this instance stops
   */
  Answer post(URI url, Map<String, String> headers, String body) throws InterruptedException {
    var sending = new Sending();
    try {
      Future<HttpClientResponse> answer =
          client
              .request(request(url, address(url), headers))
              .compose(request -> sending.send(request, body));
      return answer
          .map(this::read)
          .toCompletionStage()
          .toCompletableFuture()
          .get(config.answerMax().toMillis(), TimeUnit.MILLISECONDS);
    } catch (Forbidden forbidden) {
      return failed(forbidden.getMessage());
    } catch (UnknownHostException nowhere) {
      return failed(url.getHost() + " leads nowhere: there is no such name");
    } catch (TimeoutException late) {
      sending.giveUp();
      return failed("it did not answer within " + config.answerMax().toSeconds() + " s");
    } catch (ExecutionException broken) {
      sending.giveUp();
      return failed("it did not answer: " + broken.getCause().getClass().getSimpleName());
    } catch (InterruptedException stopped) {
      sending.giveUp();
      throw stopped;
    }
  }

  /** One request; what was given up before there was a connection is not sent later. */
  private static final class Sending {
    private HttpClientRequest request;
    private boolean over;

    synchronized Future<HttpClientResponse> send(HttpClientRequest made, String body) {
      request = made;
      if (!over) return made.send(Buffer.buffer(body));
      made.reset();
      return Future.failedFuture("given up");
    }

    synchronized void giveUp() {
      over = true;
      if (request != null) request.reset();
    }
  }

  private RequestOptions request(URI url, InetAddress address, Map<String, String> headers) {
    boolean secure = "https".equalsIgnoreCase(url.getScheme());
    int port = url.getPort() > 0 ? url.getPort() : secure ? HTTPS : HTTP;
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, port)))
            .setHost(bare(url.getHost()))
            .setPort(port)
            .setSsl(secure)
            .setFollowRedirects(false)
            .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery());
    headers.forEach(options::putHeader);
    return options;
  }

  private Answer read(HttpClientResponse response) {
    var connection = response.request().connection();
    long cut = vertx.setTimer(BODY_MILLIS, _ -> connection.close());
    response.end().onComplete(_ -> vertx.cancelTimer(cut));
    Duration asked = RetryAfter.of(response.getHeader("retry-after"), system.instant());
    return Answer.of(response.statusCode(), asked);
  }

  private static Answer failed(String why) {
    return new Answer.Failed(why, null);
  }

  /** An IPv6 address stands between brackets in a url. */
  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }
}
