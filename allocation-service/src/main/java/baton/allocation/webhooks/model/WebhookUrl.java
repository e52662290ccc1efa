package baton.allocation.webhooks.model;

import java.net.URI;
import java.net.URISyntaxException;

/** What may be an address to send a feed to, before anybody knows where it leads. */
public final class WebhookUrl {
  private static final int LENGTH_MAX = 2_000;
  private static final int PORT_MAX = 65_535;

  private WebhookUrl() {}

  /**
   * @param httpAllowed whether it may be sent in the open
   * @return what is wrong with it, or null
   */
  public static String wrong(String url, boolean httpAllowed) {
    if (url.length() > LENGTH_MAX) return "a url has at most " + LENGTH_MAX + " characters";
    URI uri;
    try {
      uri = new URI(url.strip());
    } catch (URISyntaxException none) {
      return "this is no url; one looks like https://records.force.example/baton";
    }
    if (uri.getHost() == null || isNumber(uri.getHost()) || !isPort(uri.getPort()))
      return "this url names no host; one looks like https://records.force.example/baton";
    if (uri.getRawUserInfo() != null)
      return "a url may hold no user and password; every request is signed instead";
    if (uri.getRawFragment() != null) return "a url may have no part behind #";
    boolean allowed =
        "https".equalsIgnoreCase(uri.getScheme())
            || httpAllowed && "http".equalsIgnoreCase(uri.getScheme());
    return allowed ? null : "what is sent is personal data: the url must begin with https";
  }

  /** Some would take it for an IPv4 address in one piece. */
  private static boolean isNumber(String host) {
    return host.chars().allMatch(Character::isDigit);
  }

  /** -1 is the scheme's own. */
  private static boolean isPort(int port) {
    return port != 0 && port <= PORT_MAX;
  }
}
