package baton.allocation.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Where a name leads now. */
@ApplicationScoped
public class HostLookup {
  /** Blocks on the resolver. */
  public InetAddress[] addresses(String host) throws UnknownHostException {
    return InetAddress.getAllByName(host);
  }
}
