<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>CopernicusDataAccess</name>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected feature(s)</source>
        <translation>
            <numerusform>%Ln selected feature</numerusform>
            <numerusform>%Ln selected features</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln vertices</source>
        <translation>
            <numerusform>%Ln vertices</numerusform>
            <numerusform>%Ln vertices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n access point(s)</source>
        <translation>
            <numerusform>%n access point</numerusform>
            <numerusform>%n access points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n footprint(s)</source>
        <translation>
            <numerusform>%n footprint</numerusform>
            <numerusform>%n footprints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new above, go there</source>
        <translation>
            <numerusform>%n new above, go there</numerusform>
            <numerusform>%n new above, go there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new ↑</source>
        <translation>
            <numerusform>%n new ↑</numerusform>
            <numerusform>%n new ↑</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) found</source>
        <translation>
            <numerusform>%n product found</numerusform>
            <numerusform>%n products found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Copernicus Data Access</source>
        <translation>&amp;Copernicus Data Access</translation>
    </message>
    <message>
        <source>1 y</source>
        <translation>1 y</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 year</translation>
    </message>
    <message>
        <source>3 m</source>
        <translation>3 m</translation>
    </message>
    <message>
        <source>3 months</source>
        <translation>3 months</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30 d</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 days</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 d</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 days</translation>
    </message>
    <message>
        <source>&lt; 10</source>
        <translation>&lt; 10</translation>
    </message>
    <message>
        <source>&lt; 20</source>
        <translation>&lt; 20</translation>
    </message>
    <message>
        <source>&lt; 40</source>
        <translation>&lt; 40</translation>
    </message>
    <message>
        <source>A licence is not accepted yet.</source>
        <translation>A licence is not accepted yet.</translation>
    </message>
    <message>
        <source>A page arrived that is not data (perhaps a login page of your network).</source>
        <translation>A page arrived that is not data (perhaps a login page of your network).</translation>
    </message>
    <message>
        <source>About</source>
        <translation>About</translation>
    </message>
    <message>
        <source>Acquired</source>
        <translation>Acquired</translation>
    </message>
    <message>
        <source>Acquired (UTC)</source>
        <translation>Acquired (UTC)</translation>
    </message>
    <message>
        <source>Acquisitions from {first} to {last}, {shown} of {count} products</source>
        <translation>Acquisitions from {first} to {last}, {shown} of {count} products</translation>
    </message>
    <message>
        <source>Acquisitions in time, none yet</source>
        <translation>Acquisitions in time, none yet</translation>
    </message>
    <message>
        <source>Add filter</source>
        <translation>Add filter</translation>
    </message>
    <message>
        <source>Agriculture</source>
        <translation>Agriculture</translation>
    </message>
    <message>
        <source>All dates</source>
        <translation>All dates</translation>
    </message>
    <message>
        <source>All that were asked have answered; none has {collection} for this area, period and filters.</source>
        <translation>All that were asked have answered; none has {collection} for this area, period and filters.</translation>
    </message>
    <message>
        <source>An answer came that cannot be used.</source>
        <translation>An answer came that cannot be used.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Any</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>Area valid, {shape}, {size} square kilometres</source>
        <translation>Area valid, {shape}, {size} square kilometres</translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>Ascending</translation>
    </message>
    <message>
        <source>Ask all ticked access points at the same time (Ctrl+Return)</source>
        <translation>Ask all ticked access points at the same time (Ctrl+Return)</translation>
    </message>
    <message numerus="yes">
        <source>Asking %n access point(s)</source>
        <translation>
            <numerusform>Asking %n access point</numerusform>
            <numerusform>Asking %n access points</numerusform>
        </translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>Assets</translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln product(s) of each access point</source>
        <translation>
            <numerusform>At most %Ln product of each access point</numerusform>
            <numerusform>At most %Ln products of each access point</numerusform>
        </translation>
    </message>
    <message>
        <source>Atmosphere</source>
        <translation>Atmosphere</translation>
    </message>
    <message>
        <source>Autumn {years}</source>
        <translation>Autumn {years}</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Availability</translation>
    </message>
    <message>
        <source>Backscatter HH</source>
        <translation>Backscatter HH</translation>
    </message>
    <message>
        <source>Backscatter HV</source>
        <translation>Backscatter HV</translation>
    </message>
    <message>
        <source>Backscatter VH</source>
        <translation>Backscatter VH</translation>
    </message>
    <message>
        <source>Backscatter VV</source>
        <translation>Backscatter VV</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Baseline</translation>
    </message>
    <message>
        <source>Bounding box west, south, east, north in EPSG 4326</source>
        <translation>Bounding box west, south, east, north in EPSG 4326</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Box</translation>
    </message>
    <message>
        <source>Browse collections by theme</source>
        <translation>Browse collections by theme</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Cards</translation>
    </message>
    <message>
        <source>Choose a collection first.</source>
        <translation>Choose a collection first.</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>Choose another folder</translation>
    </message>
    <message>
        <source>Choose what, where and when in the Search tab, or start with this.</source>
        <translation>Choose what, where and when in the Search tab, or start with this.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>Clear the area</source>
        <translation>Clear the area</translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation>Clear the selection</translation>
    </message>
    <message>
        <source>Click the corners on the map. Return or a right click ends, Backspace goes back, Esc stops.</source>
        <translation>Click the corners on the map. Return or a right click ends, Backspace goes back, Esc stops.</translation>
    </message>
    <message>
        <source>Climate</source>
        <translation>Climate</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>Cloud</translation>
    </message>
    <message>
        <source>Cloud cover</source>
        <translation>Cloud cover</translation>
    </message>
    <message>
        <source>Cloud shadows</source>
        <translation>Cloud shadows</translation>
    </message>
    <message>
        <source>Cloud, high probability</source>
        <translation>Cloud, high probability</translation>
    </message>
    <message>
        <source>Cloud, medium probability</source>
        <translation>Cloud, medium probability</translation>
    </message>
    <message>
        <source>Collection, period, filters and box in any order: sentinel-2-l2a 2026-08-22/2026-11-22 cloud&lt;=60 orbit=23,123 bbox=-9.4,52.3,-7.6,53.2. An end of the period may be .. for open; ranges are &lt;=60, &gt;=10 or 10..60.</source>
        <translation>Collection, period, filters and box in any order: sentinel-2-l2a 2026-08-22/2026-11-22 cloud&lt;=60 orbit=23,123 bbox=-9.4,52.3,-7.6,53.2. An end of the period may be .. for open; ranges are &lt;=60, &gt;=10 or 10..60.</translation>
    </message>
    <message>
        <source>Collection, search box</source>
        <translation>Collection, search box</translation>
    </message>
    <message>
        <source>Copernicus DEM, 30 m</source>
        <translation>Copernicus DEM, 30 m</translation>
    </message>
    <message>
        <source>Copernicus DEM, 90 m</source>
        <translation>Copernicus DEM, 90 m</translation>
    </message>
    <message>
        <source>Copernicus Data Access</source>
        <translation>Copernicus Data Access</translation>
    </message>
    <message>
        <source>Copernicus: downloading</source>
        <translation>Copernicus: downloading</translation>
    </message>
    <message>
        <source>Copernicus: searching</source>
        <translation>Copernicus: searching</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copy link</translation>
    </message>
    <message>
        <source>Copy the area as WKT</source>
        <translation>Copy the area as WKT</translation>
    </message>
    <message>
        <source>Copy the lines as text</source>
        <translation>Copy the lines as text</translation>
    </message>
    <message>
        <source>Copy the link (C)</source>
        <translation>Copy the link (C)</translation>
    </message>
    <message>
        <source>Copy the search as text</source>
        <translation>Copy the search as text</translation>
    </message>
    <message>
        <source>Covers</source>
        <translation>Covers</translation>
    </message>
    <message>
        <source>Covers area</source>
        <translation>Covers area</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>Descending</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Details of the collection</source>
        <translation>Details of the collection</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>Dismiss this message</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Download</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <source>Drag a rectangle on the map. P draws a polygon, Esc stops.</source>
        <translation>Drag a rectangle on the map. P draws a polygon, Esc stops.</translation>
    </message>
    <message>
        <source>Drape</source>
        <translation>Drape</translation>
    </message>
    <message>
        <source>Drape the quicklook</source>
        <translation>Drape the quicklook</translation>
    </message>
    <message>
        <source>Draw a polygon</source>
        <translation>Draw a polygon</translation>
    </message>
    <message>
        <source>Draw a rectangle</source>
        <translation>Draw a rectangle</translation>
    </message>
    <message>
        <source>Earth Search (Sentinel-2 on AWS)</source>
        <translation>Earth Search (Sentinel-2 on AWS)</translation>
    </message>
    <message>
        <source>Elevation</source>
        <translation>Elevation</translation>
    </message>
    <message>
        <source>Elevation of the surface with buildings and trees, 30 m, nearly the whole world, measured 2010–2015</source>
        <translation>Elevation of the surface with buildings and trees, 30 m, nearly the whole world, measured 2010–2015</translation>
    </message>
    <message>
        <source>Elevation of the surface with buildings and trees, 90 m, the whole world, measured 2010–2015</source>
        <translation>Elevation of the surface with buildings and trees, 90 m, the whole world, measured 2010–2015</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>Emergency</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Everywhere</translation>
    </message>
    <message>
        <source>Extra wide swath</source>
        <translation>Extra wide swath</translation>
    </message>
    <message>
        <source>False colour (infrared)</source>
        <translation>False colour (infrared)</translation>
    </message>
    <message>
        <source>Filter the results</source>
        <translation>Filter the results</translation>
    </message>
    <message>
        <source>Filter the results by id, tile, platform or date</source>
        <translation>Filter the results by id, tile, platform or date</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filters</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>Follow the map</source>
        <translation>Follow the map</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <source>From {date} on</source>
        <translation>From {date} on</translation>
    </message>
    <message>
        <source>HH</source>
        <translation>HH</translation>
    </message>
    <message>
        <source>HV</source>
        <translation>HV</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>Held by</translation>
    </message>
    <message>
        <source>Hide the access points</source>
        <translation>Hide the access points</translation>
    </message>
    <message>
        <source>How to write a search as text</source>
        <translation>How to write a search as text</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>In a larger area</source>
        <translation>In a larger area</translation>
    </message>
    <message>
        <source>In another period</source>
        <translation>In another period</translation>
    </message>
    <message>
        <source>Interferometric wide swath</source>
        <translation>Interferometric wide swath</translation>
    </message>
    <message>
        <source>Keep the footprints at the next search</source>
        <translation>Keep the footprints at the next search</translation>
    </message>
    <message>
        <source>Keep the selected products on the disk (D)</source>
        <translation>Keep the selected products on the disk (D)</translation>
    </message>
    <message>
        <source>Land</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>Last {period}</source>
        <translation>Last {period}</translation>
    </message>
    <message>
        <source>Lay the quicklook on the map (Q)</source>
        <translation>Lay the quicklook on the map (Q)</translation>
    </message>
    <message>
        <source>Layer {layer}</source>
        <translation>Layer {layer}</translation>
    </message>
    <message>
        <source>Least cloud</source>
        <translation>Least cloud</translation>
    </message>
    <message>
        <source>Left and Right move the first day, with Shift the last, with Alt both</source>
        <translation>Left and Right move the first day, with Shift the last, with Alt both</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Less</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Load</translation>
    </message>
    <message>
        <source>Load with another band combination</source>
        <translation>Load with another band combination</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>MGRS tile</source>
        <translation>MGRS tile</translation>
    </message>
    <message>
        <source>Map view</source>
        <translation>Map view</translation>
    </message>
    <message>
        <source>Marine</source>
        <translation>Marine</translation>
    </message>
    <message>
        <source>Matching collections</source>
        <translation>Matching collections</translation>
    </message>
    <message>
        <source>Microsoft Planetary Computer</source>
        <translation>Microsoft Planetary Computer</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Mode</translation>
    </message>
    <message>
        <source>More</source>
        <translation>More</translation>
    </message>
    <message>
        <source>More about this search</source>
        <translation>More about this search</translation>
    </message>
    <message>
        <source>More ways to give an area</source>
        <translation>More ways to give an area</translation>
    </message>
    <message>
        <source>Most coverage</source>
        <translation>Most coverage</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Newest first</translation>
    </message>
    <message>
        <source>No access point holds {collection} at the moment.</source>
        <translation>No access point holds {collection} at the moment.</translation>
    </message>
    <message>
        <source>No area: the whole world is searched</source>
        <translation>No area: the whole world is searched</translation>
    </message>
    <message>
        <source>No collection has these words.</source>
        <translation>No collection has these words.</translation>
    </message>
    <message>
        <source>No connection to the internet (the proxy does not answer).</source>
        <translation>No connection to the internet (the proxy does not answer).</translation>
    </message>
    <message>
        <source>No connection to the internet (the proxy {proxy} does not answer).</source>
        <translation>No connection to the internet (the proxy {proxy} does not answer).</translation>
    </message>
    <message>
        <source>No product matches</source>
        <translation>No product matches</translation>
    </message>
    <message>
        <source>No search was made yet.</source>
        <translation>No search was made yet.</translation>
    </message>
    <message>
        <source>Nobody answered</source>
        <translation>Nobody answered</translation>
    </message>
    <message>
        <source>Not vegetated</source>
        <translation>Not vegetated</translation>
    </message>
    <message>
        <source>Nothing is selected. Select features on the map first.</source>
        <translation>Nothing is selected. Select features on the map first.</translation>
    </message>
    <message>
        <source>Nothing searched yet</source>
        <translation>Nothing searched yet</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Nothing selected</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Oldest first</translation>
    </message>
    <message>
        <source>One month earlier</source>
        <translation>One month earlier</translation>
    </message>
    <message>
        <source>Only {free} are free in the download folder; {needed} are needed.</source>
        <translation>Only {free} are free in the download folder; {needed} are needed.</translation>
    </message>
    <message>
        <source>Open QGIS's network options</source>
        <translation>Open QGIS's network options</translation>
    </message>
    <message>
        <source>Orbit</source>
        <translation>Orbit</translation>
    </message>
    <message>
        <source>Orbit direction</source>
        <translation>Orbit direction</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>Order of the list</translation>
    </message>
    <message>
        <source>Paste an area (WKT or box)</source>
        <translation>Paste an area (WKT or box)</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Platform</translation>
    </message>
    <message>
        <source>Polarisation</source>
        <translation>Polarisation</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polygon</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>QGIS may not write to the download folder.</source>
        <translation>QGIS may not write to the download folder.</translation>
    </message>
    <message>
        <source>QGIS may not write to {file}.</source>
        <translation>QGIS may not write to {file}.</translation>
    </message>
    <message>
        <source>QGIS may not write to {folder}.</source>
        <translation>QGIS may not write to {folder}.</translation>
    </message>
    <message>
        <source>Radar backscatter, 10–40 m, through clouds and at night, every 6–12 days, since 2014</source>
        <translation>Radar backscatter, 10–40 m, through clouds and at night, every 6–12 days, since 2014</translation>
    </message>
    <message>
        <source>Reading {layer}…</source>
        <translation>Reading {layer}…</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rectangle</translation>
    </message>
    <message>
        <source>Relative orbit</source>
        <translation>Relative orbit</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Repair</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Resolution</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Retry</translation>
    </message>
    <message>
        <source>Satellite</source>
        <translation>Satellite</translation>
    </message>
    <message>
        <source>Saturated or defective</source>
        <translation>Saturated or defective</translation>
    </message>
    <message>
        <source>Scene classification</source>
        <translation>Scene classification</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message numerus="yes">
        <source>Search %n access point(s)</source>
        <translation>
            <numerusform>Search %n access point</numerusform>
            <numerusform>Search %n access points</numerusform>
        </translation>
    </message>
    <message>
        <source>Search and download: everyone, without an account. Nobody promises that it always works.</source>
        <translation>Search and download: everyone, without an account. Nobody promises that it always works.</translation>
    </message>
    <message>
        <source>Search and download: everyone, without an account. Sentinel-1 and Sentinel-2 L1C files lie where the reader pays Amazon: they can be found here, but not loaded.</source>
        <translation>Search and download: everyone, without an account. Sentinel-1 and Sentinel-2 L1C files lie where the reader pays Amazon: they can be found here, but not loaded.</translation>
    </message>
    <message numerus="yes">
        <source>Search found %n product(s)</source>
        <translation>
            <numerusform>Search found %n product</numerusform>
            <numerusform>Search found %n products</numerusform>
        </translation>
    </message>
    <message>
        <source>Search the map view again whenever the map has moved</source>
        <translation>Search the map view again whenever the map has moved</translation>
    </message>
    <message>
        <source>Search, stream and download Copernicus data</source>
        <translation>Search, stream and download Copernicus data</translation>
    </message>
    <message>
        <source>Searches made before</source>
        <translation>Searches made before</translation>
    </message>
    <message>
        <source>Season…</source>
        <translation>Season…</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Security</translation>
    </message>
    <message>
        <source>Sentinel-1</source>
        <translation>Sentinel-1</translation>
    </message>
    <message>
        <source>Sentinel-1 GRD</source>
        <translation>Sentinel-1 GRD</translation>
    </message>
    <message>
        <source>Sentinel-1 RTC</source>
        <translation>Sentinel-1 RTC</translation>
    </message>
    <message>
        <source>Sentinel-1, Sentinel-2 and the Copernicus elevation model as cloud-optimised files on Azure, in Western Europe.</source>
        <translation>Sentinel-1, Sentinel-2 and the Copernicus elevation model as cloud-optimised files on Azure, in Western Europe.</translation>
    </message>
    <message>
        <source>Sentinel-1A</source>
        <translation>Sentinel-1A</translation>
    </message>
    <message>
        <source>Sentinel-1B</source>
        <translation>Sentinel-1B</translation>
    </message>
    <message>
        <source>Sentinel-1C</source>
        <translation>Sentinel-1C</translation>
    </message>
    <message>
        <source>Sentinel-1D</source>
        <translation>Sentinel-1D</translation>
    </message>
    <message>
        <source>Sentinel-2</source>
        <translation>Sentinel-2</translation>
    </message>
    <message>
        <source>Sentinel-2 L1C</source>
        <translation>Sentinel-2 L1C</translation>
    </message>
    <message>
        <source>Sentinel-2 L2A</source>
        <translation>Sentinel-2 L2A</translation>
    </message>
    <message>
        <source>Sentinel-2 L2A, Collection 1</source>
        <translation>Sentinel-2 L2A, Collection 1</translation>
    </message>
    <message>
        <source>Sentinel-2 of the map view, last 30 days</source>
        <translation>Sentinel-2 of the map view, last 30 days</translation>
    </message>
    <message>
        <source>Sentinel-2 surface reflectance as cloud-optimised files that stream well, and the Copernicus elevation model, on Amazon Web Services.</source>
        <translation>Sentinel-2 surface reflectance as cloud-optimised files that stream well, and the Copernicus elevation model, on Amazon Web Services.</translation>
    </message>
    <message>
        <source>Sentinel-2A</source>
        <translation>Sentinel-2A</translation>
    </message>
    <message>
        <source>Sentinel-2B</source>
        <translation>Sentinel-2B</translation>
    </message>
    <message>
        <source>Sentinel-2C</source>
        <translation>Sentinel-2C</translation>
    </message>
    <message>
        <source>Short-wave infrared</source>
        <translation>Short-wave infrared</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>Show the access points</source>
        <translation>Show the access points</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Show them</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation>Smallest first</translation>
    </message>
    <message>
        <source>Snow or ice</source>
        <translation>Snow or ice</translation>
    </message>
    <message>
        <source>Something went wrong. The log says more.</source>
        <translation>Something went wrong. The log says more.</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Spring {years}</source>
        <translation>Spring {years}</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Start again</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Stop the running search (Esc)</source>
        <translation>Stop the running search (Esc)</translation>
    </message>
    <message>
        <source>Stop the search</source>
        <translation>Stop the search</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Stopped.</translation>
    </message>
    <message>
        <source>Stream the selected products to the map (L)</source>
        <translation>Stream the selected products to the map (L)</translation>
    </message>
    <message>
        <source>Stripmap</source>
        <translation>Stripmap</translation>
    </message>
    <message>
        <source>Summer {years}</source>
        <translation>Summer {years}</translation>
    </message>
    <message>
        <source>Surface reflectance, 10–60 m, every 5 days, since 2015</source>
        <translation>Surface reflectance, 10–60 m, every 5 days, since 2015</translation>
    </message>
    <message>
        <source>Surface reflectance, 10–60 m, the archive processed anew in one way, since 2015</source>
        <translation>Surface reflectance, 10–60 m, the archive processed anew in one way, since 2015</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Swap</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Take a layer</source>
        <translation>Take a layer</translation>
    </message>
    <message>
        <source>Take the map view</source>
        <translation>Take the map view</translation>
    </message>
    <message>
        <source>Take the selected features</source>
        <translation>Take the selected features</translation>
    </message>
    <message>
        <source>Terrain-corrected radar backscatter (gamma nought), 10 m, since 2014</source>
        <translation>Terrain-corrected radar backscatter (gamma nought), 10 m, since 2014</translation>
    </message>
    <message>
        <source>The account was refused. Check it, then try again.</source>
        <translation>The account was refused. Check it, then try again.</translation>
    </message>
    <message>
        <source>The answer is too large and was stopped. Ask for a smaller area or period.</source>
        <translation>The answer is too large and was stopped. Ask for a smaller area or period.</translation>
    </message>
    <message>
        <source>The answer of {place} is larger than {limit} and was stopped. Ask for a smaller area or period.</source>
        <translation>The answer of {place} is larger than {limit} and was stopped. Ask for a smaller area or period.</translation>
    </message>
    <message>
        <source>The area cannot be brought from {crs} into longitude and latitude.</source>
        <translation>The area cannot be brought from {crs} into longitude and latitude.</translation>
    </message>
    <message>
        <source>The area cannot be brought into longitude and latitude.</source>
        <translation>The area cannot be brought into longitude and latitude.</translation>
    </message>
    <message>
        <source>The certificate of {host} is not trusted. If your network inspects traffic, add its authority to QGIS.</source>
        <translation>The certificate of {host} is not trusted. If your network inspects traffic, add its authority to QGIS.</translation>
    </message>
    <message>
        <source>The collection is not there.</source>
        <translation>The collection is not there.</translation>
    </message>
    <message>
        <source>The collection {collection} is not there.</source>
        <translation>The collection {collection} is not there.</translation>
    </message>
    <message>
        <source>The connection ended early.</source>
        <translation>The connection ended early.</translation>
    </message>
    <message>
        <source>The connection to {place} ended early.</source>
        <translation>The connection to {place} ended early.</translation>
    </message>
    <message>
        <source>The connection to {place} ended early: {received} of {expected} arrived.</source>
        <translation>The connection to {place} ended early: {received} of {expected} arrived.</translation>
    </message>
    <message>
        <source>The download folder cannot be used.</source>
        <translation>The download folder cannot be used.</translation>
    </message>
    <message>
        <source>The file arrived complete but its checksum ({algorithm}) differs. It was removed.</source>
        <translation>The file arrived complete but its checksum ({algorithm}) differs. It was removed.</translation>
    </message>
    <message>
        <source>The file arrived complete but its checksum differs. It was removed.</source>
        <translation>The file arrived complete but its checksum differs. It was removed.</translation>
    </message>
    <message>
        <source>The file cannot be read. Remove it and download it again.</source>
        <translation>The file cannot be read. Remove it and download it again.</translation>
    </message>
    <message>
        <source>The file has another length than announced. It was removed.</source>
        <translation>The file has another length than announced. It was removed.</translation>
    </message>
    <message>
        <source>The file of {place} has {received} instead of {expected}. It was removed.</source>
        <translation>The file of {place} has {received} instead of {expected}. It was removed.</translation>
    </message>
    <message>
        <source>The filters of this list hide all products</source>
        <translation>The filters of this list hide all products</translation>
    </message>
    <message>
        <source>The first day is after the last one.</source>
        <translation>The first day is after the last one.</translation>
    </message>
    <message>
        <source>The lower end is above the upper one.</source>
        <translation>The lower end is above the upper one.</translation>
    </message>
    <message>
        <source>The network cannot be reached.</source>
        <translation>The network cannot be reached.</translation>
    </message>
    <message>
        <source>The polygon crosses itself near {position}.</source>
        <translation>The polygon crosses itself near {position}.</translation>
    </message>
    <message>
        <source>The polygon crosses itself.</source>
        <translation>The polygon crosses itself.</translation>
    </message>
    <message>
        <source>The project has no vector layer.</source>
        <translation>The project has no vector layer.</translation>
    </message>
    <message>
        <source>The proxy asks for a name and a password.</source>
        <translation>The proxy asks for a name and a password.</translation>
    </message>
    <message>
        <source>The proxy needs a way of signing in that works neither here nor in QGIS. Ask for an HTTP proxy.</source>
        <translation>The proxy needs a way of signing in that works neither here nor in QGIS. Ask for an HTTP proxy.</translation>
    </message>
    <message>
        <source>The proxy {proxy} asks for a name and a password.</source>
        <translation>The proxy {proxy} asks for a name and a password.</translation>
    </message>
    <message>
        <source>The proxy {proxy} needs {scheme}, which works neither here nor in QGIS. Ask for an HTTP proxy.</source>
        <translation>The proxy {proxy} needs {scheme}, which works neither here nor in QGIS. Ask for an HTTP proxy.</translation>
    </message>
    <message>
        <source>The quota at {place} is used up for now. Try again later.</source>
        <translation>The quota at {place} is used up for now. Try again later.</translation>
    </message>
    <message>
        <source>The quota is used up for now. Try again later.</source>
        <translation>The quota is used up for now. Try again later.</translation>
    </message>
    <message>
        <source>The search as text</source>
        <translation>The search as text</translation>
    </message>
    <message>
        <source>The search was stopped before anything was found.</source>
        <translation>The search was stopped before anything was found.</translation>
    </message>
    <message>
        <source>The server answered with something that cannot be read.</source>
        <translation>The server answered with something that cannot be read.</translation>
    </message>
    <message>
        <source>The server did not answer in time. The other results are complete without it.</source>
        <translation>The server did not answer in time. The other results are complete without it.</translation>
    </message>
    <message>
        <source>The server did not answer in time. What has arrived is kept.</source>
        <translation>The server did not answer in time. What has arrived is kept.</translation>
    </message>
    <message>
        <source>The server does not accept connections at the moment.</source>
        <translation>The server does not accept connections at the moment.</translation>
    </message>
    <message>
        <source>The server has a fault of its own. Try again in a while.</source>
        <translation>The server has a fault of its own. Try again in a while.</translation>
    </message>
    <message>
        <source>The server has had too many requests. Try again in a minute.</source>
        <translation>The server has had too many requests. Try again in a minute.</translation>
    </message>
    <message>
        <source>The server sends the request round in circles.</source>
        <translation>The server sends the request round in circles.</translation>
    </message>
    <message>
        <source>The server's certificate is not trusted. If your network inspects traffic, add its authority to QGIS.</source>
        <translation>The server's certificate is not trusted. If your network inspects traffic, add its authority to QGIS.</translation>
    </message>
    <message>
        <source>The server's name cannot be found. Is this computer connected to the internet?</source>
        <translation>The server's name cannot be found. Is this computer connected to the internet?</translation>
    </message>
    <message>
        <source>The text has a word that was not understood.</source>
        <translation>The text has a word that was not understood.</translation>
    </message>
    <message>
        <source>There is no area: nothing lies inside.</source>
        <translation>There is no area: nothing lies inside.</translation>
    </message>
    <message>
        <source>There is no collection “{word}”.</source>
        <translation>There is no collection “{word}”.</translation>
    </message>
    <message>
        <source>Thin cirrus</source>
        <translation>Thin cirrus</translation>
    </message>
    <message>
        <source>This cannot be asked.</source>
        <translation>This cannot be asked.</translation>
    </message>
    <message>
        <source>This collection does not depend on time.</source>
        <translation>This collection does not depend on time.</translation>
    </message>
    <message>
        <source>This collection has no filter “{word}”.</source>
        <translation>This collection has no filter “{word}”.</translation>
    </message>
    <message>
        <source>This collection has no filters.</source>
        <translation>This collection has no filters.</translation>
    </message>
    <message>
        <source>This is not a box. Type west, south, east, north in degrees, for instance -9.4, 52.3, -7.6, 53.2.</source>
        <translation>This is not a box. Type west, south, east, north in degrees, for instance -9.4, 52.3, -7.6, 53.2.</translation>
    </message>
    <message>
        <source>This is not an address that can be asked.</source>
        <translation>This is not an address that can be asked.</translation>
    </message>
    <message>
        <source>This is not there any more.</source>
        <translation>This is not there any more.</translation>
    </message>
    <message>
        <source>This needs an account.</source>
        <translation>This needs an account.</translation>
    </message>
    <message>
        <source>This product is in the archive and has to be ordered.</source>
        <translation>This product is in the archive and has to be ordered.</translation>
    </message>
    <message>
        <source>This product is in the archive of {place} and has to be ordered there.</source>
        <translation>This product is in the archive of {place} and has to be ordered there.</translation>
    </message>
    <message>
        <source>This product offers no file that can be used here.</source>
        <translation>This product offers no file that can be used here.</translation>
    </message>
    <message>
        <source>Those that answered have no {collection} for this area, period and filters.</source>
        <translation>Those that answered have no {collection} for this area, period and filters.</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>Tick all</translation>
    </message>
    <message>
        <source>Tick an access point.</source>
        <translation>Tick an access point.</translation>
    </message>
    <message>
        <source>Tick several access points at once</source>
        <translation>Tick several access points at once</translation>
    </message>
    <message>
        <source>Tile</source>
        <translation>Tile</translation>
    </message>
    <message>
        <source>Top-of-atmosphere reflectance, 10–60 m, every 5 days, since 2015</source>
        <translation>Top-of-atmosphere reflectance, 10–60 m, every 5 days, since 2015</translation>
    </message>
    <message>
        <source>Topographic casted shadows</source>
        <translation>Topographic casted shadows</translation>
    </message>
    <message>
        <source>True colour</source>
        <translation>True colour</translation>
    </message>
    <message>
        <source>Type a word, or browse by theme.</source>
        <translation>Type a word, or browse by theme.</translation>
    </message>
    <message>
        <source>Type what to search, for instance sentinel 2</source>
        <translation>Type what to search, for instance sentinel 2</translation>
    </message>
    <message>
        <source>Unclassified</source>
        <translation>Unclassified</translation>
    </message>
    <message>
        <source>Untick all</source>
        <translation>Untick all</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>Use this folder</source>
        <translation>Use this folder</translation>
    </message>
    <message>
        <source>VH</source>
        <translation>VH</translation>
    </message>
    <message>
        <source>VV</source>
        <translation>VV</translation>
    </message>
    <message>
        <source>Vegetation</source>
        <translation>Vegetation</translation>
    </message>
    <message>
        <source>Waiting for the first answer</source>
        <translation>Waiting for the first answer</translation>
    </message>
    <message>
        <source>Water</source>
        <translation>Water</translation>
    </message>
    <message>
        <source>West, south, east, north in degrees (EPSG:4326)</source>
        <translation>West, south, east, north in degrees (EPSG:4326)</translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>What went wrong stands above, with what can be done about it.</source>
        <translation>What went wrong stands above, with what can be done about it.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Where should downloads go?</source>
        <translation>Where should downloads go?</translation>
    </message>
    <message>
        <source>Whole world</source>
        <translation>Whole world</translation>
    </message>
    <message>
        <source>Winter {years}</source>
        <translation>Winter {years}</translation>
    </message>
    <message>
        <source>With another query</source>
        <translation>With another query</translation>
    </message>
    <message>
        <source>With another “{title}”</source>
        <translation>With another “{title}”</translation>
    </message>
    <message>
        <source>Without the cloud filter</source>
        <translation>Without the cloud filter</translation>
    </message>
    <message>
        <source>Without the filter “{title}”</source>
        <translation>Without the filter “{title}”</translation>
    </message>
    <message>
        <source>Without the period</source>
        <translation>Without the period</translation>
    </message>
    <message>
        <source>Words that must be in the id, tile, platform or date. Acts on this list only.</source>
        <translation>Words that must be in the id, tile, platform or date. Acts on this list only.</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Zoom the map to the footprint (Z)</source>
        <translation>Zoom the map to the footprint (Z)</translation>
    </message>
    <message>
        <source>Zoom to the area</source>
        <translation>Zoom to the area</translation>
    </message>
    <message>
        <source>Zoom to the footprints</source>
        <translation>Zoom to the footprints</translation>
    </message>
    <message>
        <source>account needed</source>
        <translation>account needed</translation>
    </message>
    <message>
        <source>active</source>
        <translation>active</translation>
    </message>
    <message>
        <source>all before</source>
        <translation>all before</translation>
    </message>
    <message>
        <source>all dates</source>
        <translation>all dates</translation>
    </message>
    <message>
        <source>all since</source>
        <translation>all since</translation>
    </message>
    <message>
        <source>all {count} shown</source>
        <translation>all {count} shown</translation>
    </message>
    <message>
        <source>any</source>
        <translation>any</translation>
    </message>
    <message>
        <source>any, for instance {example}</source>
        <translation>any, for instance {example}</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>asked</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>cloud</source>
        <translation>cloud</translation>
    </message>
    <message>
        <source>cloud &lt; 10 %</source>
        <translation>cloud &lt; 10 %</translation>
    </message>
    <message>
        <source>cloud &lt; 20 %</source>
        <translation>cloud &lt; 20 %</translation>
    </message>
    <message>
        <source>cloud &lt; 40 %</source>
        <translation>cloud &lt; 40 %</translation>
    </message>
    <message>
        <source>cloud unknown</source>
        <translation>cloud unknown</translation>
    </message>
    <message>
        <source>cloud {number} per cent</source>
        <translation>cloud {number} per cent</translation>
    </message>
    <message>
        <source>cloud ≥ 40 %</source>
        <translation>cloud ≥ 40 %</translation>
    </message>
    <message>
        <source>cover {share} of the area</source>
        <translation>cover {share} of the area</translation>
    </message>
    <message>
        <source>covers</source>
        <translation>covers</translation>
    </message>
    <message>
        <source>covers {number} per cent</source>
        <translation>covers {number} per cent</translation>
    </message>
    <message>
        <source>covers {share}</source>
        <translation>covers {share}</translation>
    </message>
    <message>
        <source>covers {share} of the area</source>
        <translation>covers {share} of the area</translation>
    </message>
    <message>
        <source>done</source>
        <translation>done</translation>
    </message>
    <message>
        <source>download</source>
        <translation>download</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>failed</translation>
    </message>
    <message>
        <source>first {found} of {total}</source>
        <translation>first {found} of {total}</translation>
    </message>
    <message>
        <source>first {found}, there are more</source>
        <translation>first {found}, there are more</translation>
    </message>
    <message>
        <source>from</source>
        <translation>from</translation>
    </message>
    <message numerus="yes">
        <source>from %n access point(s)</source>
        <translation>
            <numerusform>from %n access point</numerusform>
            <numerusform>from %n access points</numerusform>
        </translation>
    </message>
    <message>
        <source>loaded</source>
        <translation>loaded</translation>
    </message>
    <message>
        <source>no account needed</source>
        <translation>no account needed</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>not ticked</translation>
    </message>
    <message>
        <source>online</source>
        <translation>online</translation>
    </message>
    <message>
        <source>order first</source>
        <translation>order first</translation>
    </message>
    <message>
        <source>private</source>
        <translation>private</translation>
    </message>
    <message>
        <source>restricted</source>
        <translation>restricted</translation>
    </message>
    <message>
        <source>running</source>
        <translation>running</translation>
    </message>
    <message>
        <source>search only</source>
        <translation>search only</translation>
    </message>
    <message>
        <source>search only without account</source>
        <translation>search only without account</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>selected</translation>
    </message>
    <message>
        <source>since {year}</source>
        <translation>since {year}</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>stopped</translation>
    </message>
    <message>
        <source>stopped at {count}</source>
        <translation>stopped at {count}</translation>
    </message>
    <message>
        <source>streams</source>
        <translation>streams</translation>
    </message>
    <message>
        <source>superseded</source>
        <translation>superseded</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>ticked</translation>
    </message>
    <message>
        <source>tile {tile}</source>
        <translation>tile {tile}</translation>
    </message>
    <message>
        <source>to</source>
        <translation>to</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>waiting</translation>
    </message>
    <message>
        <source>waiting for a free connection</source>
        <translation>waiting for a free connection</translation>
    </message>
    <message>
        <source>west, south, east, north</source>
        <translation>west, south, east, north</translation>
    </message>
    <message>
        <source>{access_point} does not have the collection {collection}.</source>
        <translation>{access_point} does not have the collection {collection}.</translation>
    </message>
    <message>
        <source>{change}, {count}, show them</source>
        <translation>{change}, {count}, show them</translation>
    </message>
    <message>
        <source>{change}:</source>
        <translation>{change}:</translation>
    </message>
    <message>
        <source>{collection} does not depend on time; no period is sent.</source>
        <translation>{collection} does not depend on time; no period is sent.</translation>
    </message>
    <message>
        <source>{count} or more</source>
        <translation>{count} or more</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>{count} selected</translation>
    </message>
    <message>
        <source>{date} {time} UTC</source>
        <translation>{date} {time} UTC</translation>
    </message>
    <message>
        <source>{day} {time} UTC</source>
        <translation>{day} {time} UTC</translation>
    </message>
    <message>
        <source>{degrees}° E</source>
        <translation>{degrees}° E</translation>
    </message>
    <message>
        <source>{degrees}° N</source>
        <translation>{degrees}° N</translation>
    </message>
    <message>
        <source>{degrees}° S</source>
        <translation>{degrees}° S</translation>
    </message>
    <message>
        <source>{degrees}° W</source>
        <translation>{degrees}° W</translation>
    </message>
    <message>
        <source>{done} of {asked} access points done</source>
        <translation>{done} of {asked} access points done</translation>
    </message>
    <message>
        <source>{file} cannot be read. Remove it and download it again.</source>
        <translation>{file} cannot be read. Remove it and download it again.</translation>
    </message>
    <message>
        <source>{filter}, at least</source>
        <translation>{filter}, at least</translation>
    </message>
    <message>
        <source>{filter}, at most</source>
        <translation>{filter}, at most</translation>
    </message>
    <message>
        <source>{filter}, at most, slider</source>
        <translation>{filter}, at most, slider</translation>
    </message>
    <message>
        <source>{filter}, separated by commas</source>
        <translation>{filter}, separated by commas</translation>
    </message>
    <message>
        <source>{found}; {done} of {asked} access points done</source>
        <translation>{found}; {done} of {asked} access points done</translation>
    </message>
    <message>
        <source>{host} cannot be found. Is this computer connected to the internet?</source>
        <translation>{host} cannot be found. Is this computer connected to the internet?</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{metres} m</source>
        <translation>{metres} m</translation>
    </message>
    <message>
        <source>{months}, products a day</source>
        <translation>{months}, products a day</translation>
    </message>
    <message>
        <source>{months}, products a month</source>
        <translation>{months}, products a month</translation>
    </message>
    <message>
        <source>{months}, products a week</source>
        <translation>{months}, products a week</translation>
    </message>
    <message>
        <source>{months}, products a year</source>
        <translation>{months}, products a year</translation>
    </message>
    <message>
        <source>{names} did not answer</source>
        <translation>{names} did not answer</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <source>{number} GB</source>
        <translation>{number} GB</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number} MB</translation>
    </message>
    <message>
        <source>{number} TB</source>
        <translation>{number} TB</translation>
    </message>
    <message>
        <source>{number} bytes</source>
        <translation>{number} bytes</translation>
    </message>
    <message>
        <source>{number} gigabytes</source>
        <translation>{number} gigabytes</translation>
    </message>
    <message>
        <source>{number} kB</source>
        <translation>{number} kB</translation>
    </message>
    <message>
        <source>{number} km²</source>
        <translation>{number} km²</translation>
    </message>
    <message>
        <source>{number} m</source>
        <translation>{number} m</translation>
    </message>
    <message>
        <source>{number} megabytes</source>
        <translation>{number} megabytes</translation>
    </message>
    <message>
        <source>{number} min</source>
        <translation>{number} min</translation>
    </message>
    <message>
        <source>{number} s</source>
        <translation>{number} s</translation>
    </message>
    <message>
        <source>{part} of {whole}</source>
        <translation>{part} of {whole}</translation>
    </message>
    <message>
        <source>{place} answered incompletely, so its answer cannot be used.</source>
        <translation>{place} answered incompletely, so its answer cannot be used.</translation>
    </message>
    <message>
        <source>{place} answered with a page that is not data (perhaps a login page of your network).</source>
        <translation>{place} answered with a page that is not data (perhaps a login page of your network).</translation>
    </message>
    <message>
        <source>{place} answered with something that cannot be read.</source>
        <translation>{place} answered with something that cannot be read.</translation>
    </message>
    <message>
        <source>{place} answered with something that cannot be used.</source>
        <translation>{place} answered with something that cannot be used.</translation>
    </message>
    <message>
        <source>{place} answered without “{key}”, so its answer cannot be used.</source>
        <translation>{place} answered without “{key}”, so its answer cannot be used.</translation>
    </message>
    <message>
        <source>{place} cannot be asked this.</source>
        <translation>{place} cannot be asked this.</translation>
    </message>
    <message>
        <source>{place} cannot be reached.</source>
        <translation>{place} cannot be reached.</translation>
    </message>
    <message>
        <source>{place} cannot be searched without an account.</source>
        <translation>{place} cannot be searched without an account.</translation>
    </message>
    <message>
        <source>{place} did not answer in time. The other results are complete without it.</source>
        <translation>{place} did not answer in time. The other results are complete without it.</translation>
    </message>
    <message>
        <source>{place} did not answer in time. What has arrived is kept.</source>
        <translation>{place} did not answer in time. What has arrived is kept.</translation>
    </message>
    <message>
        <source>{place} did not answer within {seconds} s. The other results are complete without it.</source>
        <translation>{place} did not answer within {seconds} s. The other results are complete without it.</translation>
    </message>
    <message>
        <source>{place} did not answer within {seconds} s. What has arrived is kept.</source>
        <translation>{place} did not answer within {seconds} s. What has arrived is kept.</translation>
    </message>
    <message>
        <source>{place} does not accept connections at the moment.</source>
        <translation>{place} does not accept connections at the moment.</translation>
    </message>
    <message>
        <source>{place} does not have the collection {collection}.</source>
        <translation>{place} does not have the collection {collection}.</translation>
    </message>
    <message>
        <source>{place} does not have this any more ({status}).</source>
        <translation>{place} does not have this any more ({status}).</translation>
    </message>
    <message>
        <source>{place} does not have this any more.</source>
        <translation>{place} does not have this any more.</translation>
    </message>
    <message>
        <source>{place} has a fault of its own ({status}). The other results are complete without it.</source>
        <translation>{place} has a fault of its own ({status}). The other results are complete without it.</translation>
    </message>
    <message>
        <source>{place} has a fault of its own ({status}). Try again in a while.</source>
        <translation>{place} has a fault of its own ({status}). Try again in a while.</translation>
    </message>
    <message>
        <source>{place} has a fault of its own. The other results are complete without it.</source>
        <translation>{place} has a fault of its own. The other results are complete without it.</translation>
    </message>
    <message>
        <source>{place} has a fault of its own. Try again in a while.</source>
        <translation>{place} has a fault of its own. Try again in a while.</translation>
    </message>
    <message>
        <source>{place} has had too many requests. It asks to wait {seconds} s.</source>
        <translation>{place} has had too many requests. It asks to wait {seconds} s.</translation>
    </message>
    <message>
        <source>{place} has had too many requests. Try again in a minute.</source>
        <translation>{place} has had too many requests. Try again in a minute.</translation>
    </message>
    <message>
        <source>{place} needs an account for this ({status}).</source>
        <translation>{place} needs an account for this ({status}).</translation>
    </message>
    <message>
        <source>{place} needs an account for this.</source>
        <translation>{place} needs an account for this.</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} of {count}</translation>
    </message>
    <message>
        <source>{place} refused the account ({status}). Check it, then try again.</source>
        <translation>{place} refused the account ({status}). Check it, then try again.</translation>
    </message>
    <message>
        <source>{place} refused the account. Check it, then try again.</source>
        <translation>{place} refused the account. Check it, then try again.</translation>
    </message>
    <message>
        <source>{place} refused the question ({status}).</source>
        <translation>{place} refused the question ({status}).</translation>
    </message>
    <message>
        <source>{place} sends the request round in circles.</source>
        <translation>{place} sends the request round in circles.</translation>
    </message>
    <message>
        <source>{place} would ignore this, so it was filtered here: {names}</source>
        <translation>{place} would ignore this, so it was filtered here: {names}</translation>
    </message>
    <message>
        <source>{place}: a licence is not accepted yet.</source>
        <translation>{place}: a licence is not accepted yet.</translation>
    </message>
    <message>
        <source>{product} offers no file that can be used here.</source>
        <translation>{product} offers no file that can be used here.</translation>
    </message>
    <message>
        <source>{product} · {preset}</source>
        <translation>{product} · {preset}</translation>
    </message>
    <message>
        <source>{section}, closed</source>
        <translation>{section}, closed</translation>
    </message>
    <message>
        <source>{section}, open</source>
        <translation>{section}, open</translation>
    </message>
    <message>
        <source>{sentence} Shown: {products} of {time}.</source>
        <translation>{sentence} Shown: {products} of {time}.</translation>
    </message>
    <message>
        <source>{shape}, {vertices}</source>
        <translation>{shape}, {vertices}</translation>
    </message>
    <message>
        <source>{share} of area</source>
        <translation>{share} of area</translation>
    </message>
    <message>
        <source>{shown} of {count} shown</source>
        <translation>{shown} of {count} shown</translation>
    </message>
    <message>
        <source>{ticked} of {all}</source>
        <translation>{ticked} of {all}</translation>
    </message>
    <message>
        <source>{time} UTC</source>
        <translation>{time} UTC</translation>
    </message>
    <message>
        <source>{time} today</source>
        <translation>{time} today</translation>
    </message>
    <message>
        <source>{title} is downloaded.</source>
        <translation>{title} is downloaded.</translation>
    </message>
    <message>
        <source>{title} is loaded. {attribution}</source>
        <translation>{title} is loaded. {attribution}</translation>
    </message>
    <message>
        <source>{title}: {size} MB in {seconds} s</source>
        <translation>{title}: {size} MB in {seconds} s</translation>
    </message>
    <message>
        <source>{tool}, on</source>
        <translation>{tool}, on</translation>
    </message>
    <message>
        <source>{what}, in UTC</source>
        <translation>{what}, in UTC</translation>
    </message>
    <message>
        <source>“{address}” is not an address that can be asked.</source>
        <translation>“{address}” is not an address that can be asked.</translation>
    </message>
    <message>
        <source>“{text}” is not a box. Type west, south, east, north in degrees, for instance -9.4, 52.3, -7.6, 53.2.</source>
        <translation>“{text}” is not a box. Type west, south, east, north in degrees, for instance -9.4, 52.3, -7.6, 53.2.</translation>
    </message>
    <message>
        <source>“{word}” does not fit.</source>
        <translation>“{word}” does not fit.</translation>
    </message>
    <message>
        <source>“{word}” does not fit. Possible: {expected}.</source>
        <translation>“{word}” does not fit. Possible: {expected}.</translation>
    </message>
    <message>
        <source>“{word}” is not a box. Write bbox=west,south,east,north in degrees.</source>
        <translation>“{word}” is not a box. Write bbox=west,south,east,north in degrees.</translation>
    </message>
    <message>
        <source>“{word}” is not a period. Write 2026-08-22/2026-11-22.</source>
        <translation>“{word}” is not a period. Write 2026-08-22/2026-11-22.</translation>
    </message>
    <message>
        <source>“{word}” is not a range. Write 10..60 or &lt;=60.</source>
        <translation>“{word}” is not a range. Write 10..60 or &lt;=60.</translation>
    </message>
    <message>
        <source>“{word}” is outside {expected}.</source>
        <translation>“{word}” is outside {expected}.</translation>
    </message>
    <message>
        <source>“{word}” is there twice.</source>
        <translation>“{word}” is there twice.</translation>
    </message>
    <message>
        <source>“{word}” needs a number.</source>
        <translation>“{word}” needs a number.</translation>
    </message>
    <message>
        <source>“{word}” was not understood.</source>
        <translation>“{word}” was not understood.</translation>
    </message>
    <message>
        <source>‹ Back to the results</source>
        <translation>‹ Back to the results</translation>
    </message>
    <message>
        <source>≥ 40 %</source>
        <translation>≥ 40 %</translation>
    </message>
    <message numerus="yes">
        <source>%n download(s)</source>
        <translation>
            <numerusform>%n download</numerusform>
            <numerusform>%n downloads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the queue</source>
        <translation>
            <numerusform>%n in the queue</numerusform>
            <numerusform>%n in the queue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>%n second left</numerusform>
            <numerusform>%n seconds left</numerusform>
        </translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>All shows the others.</source>
        <translation>All shows the others.</translation>
    </message>
    <message>
        <source>Cancel (Delete)</source>
        <translation>Cancel (Delete)</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>Cancel it</translation>
    </message>
    <message>
        <source>Cancel this download? {size} that arrived would be lost.</source>
        <translation>Cancel this download? {size} that arrived would be lost.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Checking that all arrived</source>
        <translation>Checking that all arrived</translation>
    </message>
    <message>
        <source>Choose the download folder…</source>
        <translation>Choose the download folder…</translation>
    </message>
    <message>
        <source>Clear done</source>
        <translation>Clear done</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Failed, {size} are kept</source>
        <translation>Failed, {size} are kept</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>Length checked</source>
        <translation>Length checked</translation>
    </message>
    <message>
        <source>Load (L)</source>
        <translation>Load (L)</translation>
    </message>
    <message>
        <source>Load when done</source>
        <translation>Load when done</translation>
    </message>
    <message>
        <source>None in this state</source>
        <translation>None in this state</translation>
    </message>
    <message>
        <source>Nothing downloaded yet</source>
        <translation>Nothing downloaded yet</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>Nothing is running</translation>
    </message>
    <message>
        <source>Open the download folder</source>
        <translation>Open the download folder</translation>
    </message>
    <message>
        <source>Open the folder (O)</source>
        <translation>Open the folder (O)</translation>
    </message>
    <message>
        <source>Open the folder {folder}</source>
        <translation>Open the folder {folder}</translation>
    </message>
    <message>
        <source>Options…</source>
        <translation>Options…</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>Pause (Space)</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Pause all</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>Resume (Space)</source>
        <translation>Resume (Space)</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>Resume all</translation>
    </message>
    <message>
        <source>Select products in the Results tab and press Download. They are kept in the folder that you choose.</source>
        <translation>Select products in the Results tab and press Download. They are kept in the folder that you choose.</translation>
    </message>
    <message>
        <source>Take it off the list (Delete)</source>
        <translation>Take it off the list (Delete)</translation>
    </message>
    <message>
        <source>Take what is done off this list; the files stay</source>
        <translation>Take what is done off this list; the files stay</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Try again (R)</source>
        <translation>Try again (R)</translation>
    </message>
    <message>
        <source>Verified ({algorithm})</source>
        <translation>Verified ({algorithm})</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>Waiting for its turn</translation>
    </message>
    <message>
        <source>Waiting for the network</source>
        <translation>Waiting for the network</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>about {time} left</translation>
    </message>
    <message>
        <source>{count} running</source>
        <translation>{count} running</translation>
    </message>
    <message>
        <source>{done} of {asked} done</source>
        <translation>{done} of {asked} done</translation>
    </message>
    <message>
        <source>{name}, {count}</source>
        <translation>{name}, {count}</translation>
    </message>
    <message>
        <source>{name}, {count}, on</source>
        <translation>{name}, {count}, on</translation>
    </message>
    <message>
        <source>{number} MB/s</source>
        <translation>{number} MB/s</translation>
    </message>
    <message>
        <source>{number} kB/s</source>
        <translation>{number} kB/s</translation>
    </message>
    <message>
        <source>{number} per cent</source>
        <translation>{number} per cent</translation>
    </message>
    <message>
        <source>{place} was busy, tries again soon</source>
        <translation>{place} was busy, tries again soon</translation>
    </message>
    <message>
        <source>{size} free in</source>
        <translation>{size} free in</translation>
    </message>
    <message>
        <source>{size} in {time}</source>
        <translation>{size} in {time}</translation>
    </message>
    <message>
        <source>The download folder</source>
        <translation>The download folder</translation>
    </message>
    <message>
        <source>open to all</source>
        <translation>open to all</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>since {day}</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) are loaded.</source>
        <translation>
            <numerusform>%n layer are loaded.</numerusform>
            <numerusform>%n layers are loaded.</numerusform>
        </translation>
    </message>
    <message>
        <source>As one mosaic</source>
        <translation>As one mosaic</translation>
    </message>
    <message>
        <source>Load {count} products:</source>
        <translation>Load {count} products:</translation>
    </message>
    <message>
        <source>Select a product to see it here.</source>
        <translation>Select a product to see it here.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>The server did not answer in time.</translation>
    </message>
    <message>
        <source>{count} layers</source>
        <translation>{count} layers</translation>
    </message>
    <message>
        <source>{place} did not answer in time.</source>
        <translation>{place} did not answer in time.</translation>
    </message>
    <message>
        <source>{place} did not answer within {seconds} s.</source>
        <translation>{place} did not answer within {seconds} s.</translation>
    </message>
    <message>
        <source>{product} · quicklook</source>
        <translation>{product} · quicklook</translation>
    </message>
    <message>
        <source>{file} is left out: {key} {reason}</source>
        <translation>{file} is left out: {key} {reason}</translation>
    </message>
    <message>
        <source>The server asks for a certificate of your own, which cannot be sent yet.</source>
        <translation>The server asks for a certificate of your own, which cannot be sent yet.</translation>
    </message>
    <message>
        <source>{host} asks for a certificate of your own, which cannot be sent yet. Ask its operator for another way.</source>
        <translation>{host} asks for a certificate of your own, which cannot be sent yet. Ask its operator for another way.</translation>
    </message>
    <message>
        <source>Open a saved search</source>
        <translation>Open a saved search</translation>
    </message>
    <message>
        <source>Open a saved search…</source>
        <translation>Open a saved search…</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Save this search</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>Save this search…</translation>
    </message>
    <message>
        <source>Saved searches (*{suffix})</source>
        <translation>Saved searches (*{suffix})</translation>
    </message>
    <message numerus="yes">
        <source>%n collection(s)</source>
        <translation>
            <numerusform>%n collection</numerusform>
            <numerusform>%n collections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) with products. Return shows one of them alone.</source>
        <translation>
            <numerusform>%n day with products. Return shows one of them alone.</numerusform>
            <numerusform>%n days with products. Return shows one of them alone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more fault(s) of the same file.</source>
        <translation>
            <numerusform>%n more fault of the same file.</numerusform>
            <numerusform>%n more faults of the same file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more…</source>
        <translation>
            <numerusform>%n more…</numerusform>
            <numerusform>%n more…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n streamed layer(s) cannot be shown without an account.</source>
        <translation>
            <numerusform>%n streamed layer cannot be shown without an account.</numerusform>
            <numerusform>%n streamed layers cannot be shown without an account.</numerusform>
        </translation>
    </message>
    <message>
        <source>&lt;b&gt;{place}&lt;/b&gt; asks for the code of your authenticator app.</source>
        <translation>&lt;b&gt;{place}&lt;/b&gt; asks for the code of your authenticator app.</translation>
    </message>
    <message>
        <source>&lt;b&gt;{place}&lt;/b&gt; has taken over its work.</source>
        <translation>&lt;b&gt;{place}&lt;/b&gt; has taken over its work.</translation>
    </message>
    <message>
        <source>&lt;b&gt;{place}&lt;/b&gt; is added, but none of its {count} is known here: its file can name them.</source>
        <translation>&lt;b&gt;{place}&lt;/b&gt; is added, but none of its {count} is known here: its file can name them.</translation>
    </message>
    <message>
        <source>&lt;b&gt;{place}&lt;/b&gt; is added.</source>
        <translation>&lt;b&gt;{place}&lt;/b&gt; is added.</translation>
    </message>
    <message>
        <source>&lt;b&gt;{place}&lt;/b&gt; is removed.</source>
        <translation>&lt;b&gt;{place}&lt;/b&gt; is removed.</translation>
    </message>
    <message>
        <source>&lt;b&gt;{place}&lt;/b&gt; refused this account. Check it, then test it again.</source>
        <translation>&lt;b&gt;{place}&lt;/b&gt; refused this account. Check it, then test it again.</translation>
    </message>
    <message>
        <source>Absorbed photosynthetically active radiation, the whole world, 300 m, every 10 days, since 2014</source>
        <translation>Absorbed photosynthetically active radiation, the whole world, 300 m, every 10 days, since 2014</translation>
    </message>
    <message>
        <source>Access key</source>
        <translation>Access key</translation>
    </message>
    <message>
        <source>Access point files (*.json)</source>
        <translation>Access point files (*.json)</translation>
    </message>
    <message>
        <source>Access point file…</source>
        <translation>Access point file…</translation>
    </message>
    <message>
        <source>Access points</source>
        <translation>Access points</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>Add account…</translation>
    </message>
    <message>
        <source>Add an access point</source>
        <translation>Add an access point</translation>
    </message>
    <message>
        <source>Add an access point file</source>
        <translation>Add an access point file</translation>
    </message>
    <message>
        <source>Add an access point of your own</source>
        <translation>Add an access point of your own</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Add…</translation>
    </message>
    <message>
        <source>Aerosol optical depth</source>
        <translation>Aerosol optical depth</translation>
    </message>
    <message>
        <source>Aerosol optical depth over land and sea, 4.5 km, since 2020</source>
        <translation>Aerosol optical depth over land and sea, 4.5 km, since 2020</translation>
    </message>
    <message>
        <source>Aerosol optical depth, 9.5 km, daily, within 3 hours, since 2021</source>
        <translation>Aerosol optical depth, 9.5 km, daily, within 3 hours, since 2021</translation>
    </message>
    <message>
        <source>Aerosol optical thickness</source>
        <translation>Aerosol optical thickness</translation>
    </message>
    <message>
        <source>Aerosol over water</source>
        <translation>Aerosol over water</translation>
    </message>
    <message>
        <source>All Sentinels from the first day on, the Copernicus elevation model and much of the land monitoring service, in the files of their makers.</source>
        <translation>All Sentinels from the first day on, the Copernicus elevation model and much of the land monitoring service, in the files of their makers.</translation>
    </message>
    <message>
        <source>An account is of use here, but not needed.</source>
        <translation>An account is of use here, but not needed.</translation>
    </message>
    <message>
        <source>Ask for the single files of this product, so that some can be taken alone</source>
        <translation>Ask for the single files of this product, so that some can be taken alone</translation>
    </message>
    <message>
        <source>Asking for its files…</source>
        <translation>Asking for its files…</translation>
    </message>
    <message>
        <source>Asking which collections it has…</source>
        <translation>Asking which collections it has…</translation>
    </message>
    <message>
        <source>Asking {place}…</source>
        <translation>Asking {place}…</translation>
    </message>
    <message>
        <source>Attribution</source>
        <translation>Attribution</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Back to where you were</source>
        <translation>Back to where you were</translation>
    </message>
    <message>
        <source>Bands</source>
        <translation>Bands</translation>
    </message>
    <message>
        <source>Blue (band 2), 10 m</source>
        <translation>Blue (band 2), 10 m</translation>
    </message>
    <message>
        <source>Burnt area of the whole world, 300 m, monthly, since 2019</source>
        <translation>Burnt area of the whole world, 300 m, monthly, since 2019</translation>
    </message>
    <message>
        <source>Burnt area, 300 m</source>
        <translation>Burnt area, 300 m</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Carbon monoxide, 5.5 × 7 km, daily, since 2018</source>
        <translation>Carbon monoxide, 5.5 × 7 km, daily, since 2018</translation>
    </message>
    <message>
        <source>Change the account…</source>
        <translation>Change the account…</translation>
    </message>
    <message>
        <source>Check account…</source>
        <translation>Check account…</translation>
    </message>
    <message>
        <source>Chlorophyll, OC4Me</source>
        <translation>Chlorophyll, OC4Me</translation>
    </message>
    <message>
        <source>Chlorophyll, neural network</source>
        <translation>Chlorophyll, neural network</translation>
    </message>
    <message>
        <source>Cirrus (band 10), 60 m</source>
        <translation>Cirrus (band 10), 60 m</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Client id</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client secret</translation>
    </message>
    <message>
        <source>Closed in November 2023. Everything that it held, and its users' next account, is at the Copernicus Data Space Ecosystem.</source>
        <translation>Closed in November 2023. Everything that it held, and its users' next account, is at the Copernicus Data Space Ecosystem.</translation>
    </message>
    <message>
        <source>Cloud Optimized GeoTIFF</source>
        <translation>Cloud Optimized GeoTIFF</translation>
    </message>
    <message>
        <source>Cloud and snow masks</source>
        <translation>Cloud and snow masks</translation>
    </message>
    <message>
        <source>Cloud fraction, height and optical thickness, 3.5 × 5.5 km, daily, since 2018</source>
        <translation>Cloud fraction, height and optical thickness, 3.5 × 5.5 km, daily, since 2018</translation>
    </message>
    <message>
        <source>Cloud-free mosaics of three months each, four bands, 10 m, since 2020</source>
        <translation>Cloud-free mosaics of three months each, four bands, 10 m, since 2020</translation>
    </message>
    <message>
        <source>Coastal aerosol (band 1), 60 m</source>
        <translation>Coastal aerosol (band 1), 60 m</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Code of the authenticator app</source>
        <translation>Code of the authenticator app</translation>
    </message>
    <message>
        <source>Contributing missions</source>
        <translation>Contributing missions</translation>
    </message>
    <message>
        <source>Contributing missions, optical</source>
        <translation>Contributing missions, optical</translation>
    </message>
    <message>
        <source>Contributing missions, radar</source>
        <translation>Contributing missions, radar</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>Coordinates</translation>
    </message>
    <message>
        <source>Copernicus Contributing Missions</source>
        <translation>Copernicus Contributing Missions</translation>
    </message>
    <message>
        <source>Copernicus DEM, 10 m</source>
        <translation>Copernicus DEM, 10 m</translation>
    </message>
    <message>
        <source>Copernicus Data Space Ecosystem</source>
        <translation>Copernicus Data Space Ecosystem</translation>
    </message>
    <message>
        <source>Copernicus Open Access Hub</source>
        <translation>Copernicus Open Access Hub</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Copy address</translation>
    </message>
    <message>
        <source>Copy the id</source>
        <translation>Copy the id</translation>
    </message>
    <message>
        <source>Covers at most</source>
        <translation>Covers at most</translation>
    </message>
    <message>
        <source>DIAS</source>
        <translation>DIAS</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Dataset</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Details of the access point</source>
        <translation>Details of the access point</translation>
    </message>
    <message>
        <source>Download ticked</source>
        <translation>Download ticked</translation>
    </message>
    <message>
        <source>Dual HH and HV</source>
        <translation>Dual HH and HV</translation>
    </message>
    <message>
        <source>Elevation from very high resolution, 2018</source>
        <translation>Elevation from very high resolution, 2018</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>FAPAR</source>
        <translation>FAPAR</translation>
    </message>
    <message>
        <source>FAPAR, 300 m</source>
        <translation>FAPAR, 300 m</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>File format</source>
        <translation>File format</translation>
    </message>
    <message>
        <source>Find an access point</source>
        <translation>Find an access point</translation>
    </message>
    <message>
        <source>Fire radiative power</source>
        <translation>Fire radiative power</translation>
    </message>
    <message>
        <source>Fires and their radiative power, 1 km, daily, since 2020</source>
        <translation>Fires and their radiative power, 1 km, daily, since 2020</translation>
    </message>
    <message>
        <source>Formaldehyde, 3.5 × 5.5 km, daily, since 2018</source>
        <translation>Formaldehyde, 3.5 × 5.5 km, daily, since 2018</translation>
    </message>
    <message>
        <source>Fraction of green vegetation, the whole world, 300 m, every 10 days, since 2014</source>
        <translation>Fraction of green vegetation, the whole world, 300 m, every 10 days, since 2014</translation>
    </message>
    <message>
        <source>Fraction of snow cover, Europe, 500 m, daily, since 2017</source>
        <translation>Fraction of snow cover, Europe, 500 m, daily, since 2017</translation>
    </message>
    <message>
        <source>Give it a name first.</source>
        <translation>Give it a name first.</translation>
    </message>
    <message>
        <source>Green (band 3), 10 m</source>
        <translation>Green (band 3), 10 m</translation>
    </message>
    <message>
        <source>Height of the aerosol layer, 3.5 × 5.5 km, daily, since 2018</source>
        <translation>Height of the aerosol layer, 3.5 × 5.5 km, daily, since 2018</translation>
    </message>
    <message>
        <source>Heights along the track of the altimeter over ice sheets and glaciers, since 2016</source>
        <translation>Heights along the track of the altimeter over ice sheets and glaciers, since 2016</translation>
    </message>
    <message>
        <source>Heights along the track of the altimeter over land, rivers, lakes and ice, since 2016</source>
        <translation>Heights along the track of the altimeter over land, rivers, lakes and ice, since 2016</translation>
    </message>
    <message>
        <source>Heights along the track of the altimeter over rivers and lakes, since 2016</source>
        <translation>Heights along the track of the altimeter over rivers and lakes, since 2016</translation>
    </message>
    <message>
        <source>Heights along the track of the altimeter over sea ice, since 2016</source>
        <translation>Heights along the track of the altimeter over sea ice, since 2016</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Held</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>High resolution, Europe 2006</source>
        <translation>High resolution, Europe 2006</translation>
    </message>
    <message>
        <source>High resolution, Europe 2009</source>
        <translation>High resolution, Europe 2009</translation>
    </message>
    <message>
        <source>High resolution, Europe 2011–2013</source>
        <translation>High resolution, Europe 2011–2013</translation>
    </message>
    <message>
        <source>High resolution, Europe 2014–2015</source>
        <translation>High resolution, Europe 2014–2015</translation>
    </message>
    <message>
        <source>High resolution, Europe monthly 2015</source>
        <translation>High resolution, Europe monthly 2015</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Holds</translation>
    </message>
    <message>
        <source>Home page</source>
        <translation>Home page</translation>
    </message>
    <message>
        <source>How to get access</source>
        <translation>How to get access</translation>
    </message>
    <message>
        <source>Images of commercial optical and radar satellites over Europe, and the elevation model of 10 m. They lie in the Data Space; this is what CSCDA and PANDA offered.</source>
        <translation>Images of commercial optical and radar satellites over Europe, and the elevation model of 10 m. They lie in the Data Space; this is what CSCDA and PANDA offered.</translation>
    </message>
    <message>
        <source>Images of commercial satellites over Europe, 0.5–60 m, since 1998, by eligibility</source>
        <translation>Images of commercial satellites over Europe, 0.5–60 m, since 1998, by eligibility</translation>
    </message>
    <message>
        <source>Inherent optical properties</source>
        <translation>Inherent optical properties</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>Instrument</translation>
    </message>
    <message>
        <source>It is closed, and nobody has taken over its work.</source>
        <translation>It is closed, and nobody has taken over its work.</translation>
    </message>
    <message>
        <source>It was closed in {year}, and nobody has taken over its work.</source>
        <translation>It was closed in {year}, and nobody has taken over its work.</translation>
    </message>
    <message>
        <source>It was closed. Its products are now at &lt;b&gt;{place}&lt;/b&gt;.</source>
        <translation>It was closed. Its products are now at &lt;b&gt;{place}&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Keep the ticked files on the disk (D)</source>
        <translation>Keep the ticked files on the disk (D)</translation>
    </message>
    <message>
        <source>Kept encrypted in QGIS's authentication database, sent only to {hosts}.</source>
        <translation>Kept encrypted in QGIS's authentication database, sent only to {hosts}.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Land cover</source>
        <translation>Land cover</translation>
    </message>
    <message>
        <source>Land cover of the whole world, 10 m, yearly, since 2020</source>
        <translation>Land cover of the whole world, 10 m, yearly, since 2020</translation>
    </message>
    <message>
        <source>Land cover of the whole world, 100 m, yearly, 2015–2019</source>
        <translation>Land cover of the whole world, 100 m, yearly, 2015–2019</translation>
    </message>
    <message>
        <source>Land cover, 10 m</source>
        <translation>Land cover, 10 m</translation>
    </message>
    <message>
        <source>Land cover, 100 m</source>
        <translation>Land cover, 100 m</translation>
    </message>
    <message>
        <source>Land surface temperature</source>
        <translation>Land surface temperature</translation>
    </message>
    <message>
        <source>Land surface temperature, hourly</source>
        <translation>Land surface temperature, hourly</translation>
    </message>
    <message>
        <source>Leaf area index of the whole world, 300 m, every 10 days, since 2014</source>
        <translation>Leaf area index of the whole world, 300 m, every 10 days, since 2014</translation>
    </message>
    <message>
        <source>Leaf area index, 300 m</source>
        <translation>Leaf area index, 300 m</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>List its files</source>
        <translation>List its files</translation>
    </message>
    <message>
        <source>Load ticked</source>
        <translation>Load ticked</translation>
    </message>
    <message>
        <source>Make an account…</source>
        <translation>Make an account…</translation>
    </message>
    <message>
        <source>Medium resolution, Europe monthly 2011–2012</source>
        <translation>Medium resolution, Europe monthly 2011–2012</translation>
    </message>
    <message>
        <source>Medium resolution, Europe monthly 2014</source>
        <translation>Medium resolution, Europe monthly 2014</translation>
    </message>
    <message>
        <source>Methane, 5.5 × 7 km, daily, since 2018</source>
        <translation>Methane, 5.5 × 7 km, daily, since 2018</translation>
    </message>
    <message>
        <source>Moisture of the soil's surface from Sentinel-1, Europe, 1 km, daily, since 2014</source>
        <translation>Moisture of the soil's surface from Sentinel-1, Europe, 1 km, daily, since 2014</translation>
    </message>
    <message>
        <source>More to do with the products</source>
        <translation>More to do with the products</translation>
    </message>
    <message>
        <source>My account asks for the code of an authenticator app</source>
        <translation>My account asks for the code of an authenticator app</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>My own</translation>
    </message>
    <message>
        <source>NDVI</source>
        <translation>NDVI</translation>
    </message>
    <message>
        <source>NDVI, 300 m</source>
        <translation>NDVI, 300 m</translation>
    </message>
    <message>
        <source>NIR 1 (band 8), 10 m</source>
        <translation>NIR 1 (band 8), 10 m</translation>
    </message>
    <message>
        <source>NIR 2 (band 8A), 20 m</source>
        <translation>NIR 2 (band 8A), 20 m</translation>
    </message>
    <message>
        <source>NIR 3 (band 9), 60 m</source>
        <translation>NIR 3 (band 9), 60 m</translation>
    </message>
    <message>
        <source>Names, operators and collections are searched. Esc shows all again.</source>
        <translation>Names, operators and collections are searched. Esc shows all again.</translation>
    </message>
    <message>
        <source>National</source>
        <translation>National</translation>
    </message>
    <message>
        <source>Near real time (3 hours)</source>
        <translation>Near real time (3 hours)</translation>
    </message>
    <message>
        <source>NetCDF</source>
        <translation>NetCDF</translation>
    </message>
    <message>
        <source>Nitrogen dioxide, 3.5 × 5.5 km, daily, since 2018</source>
        <translation>Nitrogen dioxide, 3.5 × 5.5 km, daily, since 2018</translation>
    </message>
    <message>
        <source>No access point has these words</source>
        <translation>No access point has these words</translation>
    </message>
    <message>
        <source>No more connections are allowed at a time. Try again when a download is done.</source>
        <translation>No more connections are allowed at a time. Try again when a download is done.</translation>
    </message>
    <message>
        <source>No more downloads are allowed at a time. This one starts when one is done.</source>
        <translation>No more downloads are allowed at a time. This one starts when one is done.</translation>
    </message>
    <message>
        <source>Non time critical (1 month)</source>
        <translation>Non time critical (1 month)</translation>
    </message>
    <message>
        <source>Number of valid observations</source>
        <translation>Number of valid observations</translation>
    </message>
    <message>
        <source>Ocean colour: chlorophyll, suspended matter, reflectance of the water, 1.2 km, nearly daily, since 2017</source>
        <translation>Ocean colour: chlorophyll, suspended matter, reflectance of the water, 1.2 km, nearly daily, since 2017</translation>
    </message>
    <message>
        <source>Ocean colour: chlorophyll, suspended matter, reflectance of the water, 300 m, nearly daily, since 2017</source>
        <translation>Ocean colour: chlorophyll, suspended matter, reflectance of the water, 300 m, nearly daily, since 2017</translation>
    </message>
    <message>
        <source>Offline (some days)</source>
        <translation>Offline (some days)</translation>
    </message>
    <message>
        <source>One place needs an account to search. The other results are complete without it.</source>
        <translation>One place needs an account to search. The other results are complete without it.</translation>
    </message>
    <message>
        <source>Opens QGIS's authentication database: it asks for the master password</source>
        <translation>Opens QGIS's authentication database: it asks for the master password</translation>
    </message>
    <message>
        <source>Order it by hand at the access point (O)</source>
        <translation>Order it by hand at the access point (O)</translation>
    </message>
    <message>
        <source>Order the selected products (O)</source>
        <translation>Order the selected products (O)</translation>
    </message>
    <message>
        <source>Order…</source>
        <translation>Order…</translation>
    </message>
    <message>
        <source>Other files</source>
        <translation>Other files</translation>
    </message>
    <message>
        <source>Ozone, total column, 3.5 × 5.5 km, daily, since 2018</source>
        <translation>Ozone, total column, 3.5 × 5.5 km, daily, since 2018</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Photosynthetically active radiation</source>
        <translation>Photosynthetically active radiation</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Private</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Products</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Published</translation>
    </message>
    <message>
        <source>Quality flags</source>
        <translation>Quality flags</translation>
    </message>
    <message>
        <source>Quicklook with the footprint and the searched area</source>
        <translation>Quicklook with the footprint and the searched area</translation>
    </message>
    <message>
        <source>Radar backscatter, 10–40 m, in the files of ESA's processor as other software expects them, since 2014</source>
        <translation>Radar backscatter, 10–40 m, in the files of ESA's processor as other software expects them, since 2014</translation>
    </message>
    <message>
        <source>Radar images of commercial satellites over sea ice, 2011–2024, by eligibility</source>
        <translation>Radar images of commercial satellites over sea ice, 2011–2024, by eligibility</translation>
    </message>
    <message>
        <source>Radar, amplitude and phase for interferometry, 5 × 20 m, every 6–12 days, since 2014</source>
        <translation>Radar, amplitude and phase for interferometry, 5 × 20 m, every 6–12 days, since 2014</translation>
    </message>
    <message>
        <source>Radiance and brightness temperature in 11 bands, 0.5–1 km, daily, since 2016</source>
        <translation>Radiance and brightness temperature in 11 bands, 0.5–1 km, daily, since 2016</translation>
    </message>
    <message>
        <source>Radiance {band}</source>
        <translation>Radiance {band}</translation>
    </message>
    <message>
        <source>Read more</source>
        <translation>Read more</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Reconnect</translation>
    </message>
    <message>
        <source>Rectified reflectances</source>
        <translation>Rectified reflectances</translation>
    </message>
    <message>
        <source>Red (band 4), 10 m</source>
        <translation>Red (band 4), 10 m</translation>
    </message>
    <message>
        <source>Red edge 1 (band 5), 20 m</source>
        <translation>Red edge 1 (band 5), 20 m</translation>
    </message>
    <message>
        <source>Red edge 2 (band 6), 20 m</source>
        <translation>Red edge 2 (band 6), 20 m</translation>
    </message>
    <message>
        <source>Red edge 3 (band 7), 20 m</source>
        <translation>Red edge 3 (band 7), 20 m</translation>
    </message>
    <message>
        <source>Reduced measurements</source>
        <translation>Reduced measurements</translation>
    </message>
    <message>
        <source>Reflectance {band}</source>
        <translation>Reflectance {band}</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Remove your account of &lt;b&gt;{place}&lt;/b&gt; from QGIS? The account itself stays as it is.</source>
        <translation>Remove your account of &lt;b&gt;{place}&lt;/b&gt; from QGIS? The account itself stays as it is.</translation>
    </message>
    <message>
        <source>Reprocessed</source>
        <translation>Reprocessed</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Rights</translation>
    </message>
    <message>
        <source>Run by</source>
        <translation>Run by</translation>
    </message>
    <message>
        <source>STAC or OData address…</source>
        <translation>STAC or OData address…</translation>
    </message>
    <message>
        <source>SWIR 1 (band 11), 20 m</source>
        <translation>SWIR 1 (band 11), 20 m</translation>
    </message>
    <message>
        <source>SWIR 2 (band 12), 20 m</source>
        <translation>SWIR 2 (band 12), 20 m</translation>
    </message>
    <message>
        <source>Satellite data</source>
        <translation>Satellite data</translation>
    </message>
    <message>
        <source>Save and test</source>
        <translation>Save and test</translation>
    </message>
    <message>
        <source>Sea ice 2011–2014</source>
        <translation>Sea ice 2011–2014</translation>
    </message>
    <message>
        <source>Sea ice 2015–2024</source>
        <translation>Sea ice 2015–2024</translation>
    </message>
    <message>
        <source>Sea level, waves and wind along the track of the altimeter, since 2016</source>
        <translation>Sea level, waves and wind along the track of the altimeter, since 2016</translation>
    </message>
    <message>
        <source>Sea level, waves and wind along the track, every 10 days, since 2021</source>
        <translation>Sea level, waves and wind along the track, every 10 days, since 2021</translation>
    </message>
    <message>
        <source>Sea level, waves and wind along the track, finer by synthetic aperture, every 10 days, since 2021</source>
        <translation>Sea level, waves and wind along the track, finer by synthetic aperture, every 10 days, since 2021</translation>
    </message>
    <message>
        <source>Sea surface temperature</source>
        <translation>Sea surface temperature</translation>
    </message>
    <message>
        <source>Search at {place}</source>
        <translation>Search at {place}</translation>
    </message>
    <message>
        <source>Search here</source>
        <translation>Search here</translation>
    </message>
    <message>
        <source>Search {collection} here</source>
        <translation>Search {collection} here</translation>
    </message>
    <message>
        <source>Search: everyone. Download: by eligibility, given for each product type to Copernicus services, Union institutions, public authorities and research; ask for it with your Data Space account.</source>
        <translation>Search: everyone. Download: by eligibility, given for each product type to Copernicus services, Union institutions, public authorities and research; ask for it with your Data Space account.</translation>
    </message>
    <message>
        <source>Search: everyone. Download: everyone with a free account, 4 files at a time. What lies in the archive is ordered in the Data Workspace.</source>
        <translation>Search: everyone. Download: everyone with a free account, 4 files at a time. What lies in the archive is ordered in the Data Workspace.</translation>
    </message>
    <message>
        <source>Searching and downloading need a free account.</source>
        <translation>Searching and downloading need a free account.</translation>
    </message>
    <message>
        <source>Searching needs a free account.</source>
        <translation>Searching needs a free account.</translation>
    </message>
    <message>
        <source>Searching works without an account; loading and downloading need one.</source>
        <translation>Searching works without an account; loading and downloading need one.</translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation>Secret key</translation>
    </message>
    <message>
        <source>Sentinel-1 GRD, original files</source>
        <translation>Sentinel-1 GRD, original files</translation>
    </message>
    <message>
        <source>Sentinel-1 OCN</source>
        <translation>Sentinel-1 OCN</translation>
    </message>
    <message>
        <source>Sentinel-1 SLC</source>
        <translation>Sentinel-1 SLC</translation>
    </message>
    <message>
        <source>Sentinel-1 monthly mosaics</source>
        <translation>Sentinel-1 monthly mosaics</translation>
    </message>
    <message>
        <source>Sentinel-2 cloudless mosaics</source>
        <translation>Sentinel-2 cloudless mosaics</translation>
    </message>
    <message>
        <source>Sentinel-3 OLCI</source>
        <translation>Sentinel-3 OLCI</translation>
    </message>
    <message>
        <source>Sentinel-3 OLCI EFR</source>
        <translation>Sentinel-3 OLCI EFR</translation>
    </message>
    <message>
        <source>Sentinel-3 OLCI ERR</source>
        <translation>Sentinel-3 OLCI ERR</translation>
    </message>
    <message>
        <source>Sentinel-3 OLCI land LFR</source>
        <translation>Sentinel-3 OLCI land LFR</translation>
    </message>
    <message>
        <source>Sentinel-3 OLCI land LRR</source>
        <translation>Sentinel-3 OLCI land LRR</translation>
    </message>
    <message>
        <source>Sentinel-3 OLCI water WFR</source>
        <translation>Sentinel-3 OLCI water WFR</translation>
    </message>
    <message>
        <source>Sentinel-3 OLCI water WRR</source>
        <translation>Sentinel-3 OLCI water WRR</translation>
    </message>
    <message>
        <source>Sentinel-3 SLSTR</source>
        <translation>Sentinel-3 SLSTR</translation>
    </message>
    <message>
        <source>Sentinel-3 SLSTR AOD</source>
        <translation>Sentinel-3 SLSTR AOD</translation>
    </message>
    <message>
        <source>Sentinel-3 SLSTR FRP</source>
        <translation>Sentinel-3 SLSTR FRP</translation>
    </message>
    <message>
        <source>Sentinel-3 SLSTR LST</source>
        <translation>Sentinel-3 SLSTR LST</translation>
    </message>
    <message>
        <source>Sentinel-3 SLSTR RBT</source>
        <translation>Sentinel-3 SLSTR RBT</translation>
    </message>
    <message>
        <source>Sentinel-3 SLSTR WST</source>
        <translation>Sentinel-3 SLSTR WST</translation>
    </message>
    <message>
        <source>Sentinel-3 SRAL</source>
        <translation>Sentinel-3 SRAL</translation>
    </message>
    <message>
        <source>Sentinel-3 SRAL hydrology</source>
        <translation>Sentinel-3 SRAL hydrology</translation>
    </message>
    <message>
        <source>Sentinel-3 SRAL land</source>
        <translation>Sentinel-3 SRAL land</translation>
    </message>
    <message>
        <source>Sentinel-3 SRAL land ice</source>
        <translation>Sentinel-3 SRAL land ice</translation>
    </message>
    <message>
        <source>Sentinel-3 SRAL sea ice</source>
        <translation>Sentinel-3 SRAL sea ice</translation>
    </message>
    <message>
        <source>Sentinel-3 SRAL water</source>
        <translation>Sentinel-3 SRAL water</translation>
    </message>
    <message>
        <source>Sentinel-3 SYNERGY</source>
        <translation>Sentinel-3 SYNERGY</translation>
    </message>
    <message>
        <source>Sentinel-3 SYNERGY AOD</source>
        <translation>Sentinel-3 SYNERGY AOD</translation>
    </message>
    <message>
        <source>Sentinel-3 SYNERGY SYN</source>
        <translation>Sentinel-3 SYNERGY SYN</translation>
    </message>
    <message>
        <source>Sentinel-3 SYNERGY V10</source>
        <translation>Sentinel-3 SYNERGY V10</translation>
    </message>
    <message>
        <source>Sentinel-3 SYNERGY VG1</source>
        <translation>Sentinel-3 SYNERGY VG1</translation>
    </message>
    <message>
        <source>Sentinel-3 SYNERGY VGP</source>
        <translation>Sentinel-3 SYNERGY VGP</translation>
    </message>
    <message>
        <source>Sentinel-3A</source>
        <translation>Sentinel-3A</translation>
    </message>
    <message>
        <source>Sentinel-3B</source>
        <translation>Sentinel-3B</translation>
    </message>
    <message>
        <source>Sentinel-5P</source>
        <translation>Sentinel-5P</translation>
    </message>
    <message>
        <source>Sentinel-5P CH₄</source>
        <translation>Sentinel-5P CH₄</translation>
    </message>
    <message>
        <source>Sentinel-5P CO</source>
        <translation>Sentinel-5P CO</translation>
    </message>
    <message>
        <source>Sentinel-5P HCHO</source>
        <translation>Sentinel-5P HCHO</translation>
    </message>
    <message>
        <source>Sentinel-5P NO₂</source>
        <translation>Sentinel-5P NO₂</translation>
    </message>
    <message>
        <source>Sentinel-5P O₃</source>
        <translation>Sentinel-5P O₃</translation>
    </message>
    <message>
        <source>Sentinel-5P SO₂</source>
        <translation>Sentinel-5P SO₂</translation>
    </message>
    <message>
        <source>Sentinel-5P aerosol height</source>
        <translation>Sentinel-5P aerosol height</translation>
    </message>
    <message>
        <source>Sentinel-5P aerosol index</source>
        <translation>Sentinel-5P aerosol index</translation>
    </message>
    <message>
        <source>Sentinel-5P clouds</source>
        <translation>Sentinel-5P clouds</translation>
    </message>
    <message>
        <source>Sentinel-6</source>
        <translation>Sentinel-6</translation>
    </message>
    <message>
        <source>Sentinel-6 altimeter, high resolution</source>
        <translation>Sentinel-6 altimeter, high resolution</translation>
    </message>
    <message>
        <source>Sentinel-6 altimeter, low resolution</source>
        <translation>Sentinel-6 altimeter, low resolution</translation>
    </message>
    <message>
        <source>Sentinel-6 radiometer</source>
        <translation>Sentinel-6 radiometer</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>Set the account…</source>
        <translation>Set the account…</translation>
    </message>
    <message>
        <source>Short time critical (2 days)</source>
        <translation>Short time critical (2 days)</translation>
    </message>
    <message>
        <source>Show the ticked files on the map (L)</source>
        <translation>Show the ticked files on the map (L)</translation>
    </message>
    <message>
        <source>Signed in to {place} in {time}.</source>
        <translation>Signed in to {place} in {time}.</translation>
    </message>
    <message>
        <source>Signed in to {place}.</source>
        <translation>Signed in to {place}.</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Signing in…</translation>
    </message>
    <message>
        <source>Snow and water</source>
        <translation>Snow and water</translation>
    </message>
    <message>
        <source>Snow cover, Europe</source>
        <translation>Snow cover, Europe</translation>
    </message>
    <message>
        <source>Soil</source>
        <translation>Soil</translation>
    </message>
    <message>
        <source>Soil water at eight depths, Europe, 1 km, daily, since 2015</source>
        <translation>Soil water at eight depths, Europe, 1 km, daily, since 2015</translation>
    </message>
    <message>
        <source>Soil water index, Europe</source>
        <translation>Soil water index, Europe</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Sources ({count})</source>
        <translation>Sources ({count})</translation>
    </message>
    <message>
        <source>Space ticks a file, Left and Right close and open a group</source>
        <translation>Space ticks a file, Left and Right close and open a group</translation>
    </message>
    <message>
        <source>Speaks</source>
        <translation>Speaks</translation>
    </message>
    <message>
        <source>Spoke</source>
        <translation>Spoke</translation>
    </message>
    <message>
        <source>Standard measurements</source>
        <translation>Standard measurements</translation>
    </message>
    <message>
        <source>Still missing: {field}.</source>
        <translation>Still missing: {field}.</translation>
    </message>
    <message>
        <source>Still missing: {first} and {second}.</source>
        <translation>Still missing: {first} and {second}.</translation>
    </message>
    <message>
        <source>Sulphur dioxide, 3.5 × 5.5 km, daily, since 2018</source>
        <translation>Sulphur dioxide, 3.5 × 5.5 km, daily, since 2018</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>Surface reflectance and NDVI of 10 days each, 1 km, as SPOT-VEGETATION had them, since 2018</source>
        <translation>Surface reflectance and NDVI of 10 days each, 1 km, as SPOT-VEGETATION had them, since 2018</translation>
    </message>
    <message>
        <source>Surface reflectance and NDVI of one day each, 1 km, as SPOT-VEGETATION had them, since 2018</source>
        <translation>Surface reflectance and NDVI of one day each, 1 km, as SPOT-VEGETATION had them, since 2018</translation>
    </message>
    <message>
        <source>Surface reflectance and aerosol over land, from OLCI and SLSTR together, 300 m, since 2018</source>
        <translation>Surface reflectance and aerosol over land, from OLCI and SLSTR together, 300 m, since 2018</translation>
    </message>
    <message>
        <source>Surface soil moisture, Europe</source>
        <translation>Surface soil moisture, Europe</translation>
    </message>
    <message>
        <source>Suspended matter</source>
        <translation>Suspended matter</translation>
    </message>
    <message>
        <source>Table of days</source>
        <translation>Table of days</translation>
    </message>
    <message>
        <source>Takes the account out of QGIS's authentication database</source>
        <translation>Takes the account out of QGIS's authentication database</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperature</translation>
    </message>
    <message>
        <source>Temperature of the land surface, 1 km, daily, since 2016</source>
        <translation>Temperature of the land surface, 1 km, daily, since 2016</translation>
    </message>
    <message>
        <source>Temperature of the land surface, the whole world, 3–5 km, hourly, since 2010</source>
        <translation>Temperature of the land surface, the whole world, 3–5 km, hourly, since 2010</translation>
    </message>
    <message>
        <source>Temperature of the sea surface, 1 km, daily, since 2017</source>
        <translation>Temperature of the sea surface, 1 km, daily, since 2017</translation>
    </message>
    <message>
        <source>Terrain-corrected radar backscatter of one month each, 20–40 m, since 2020</source>
        <translation>Terrain-corrected radar backscatter of one month each, 20–40 m, since 2020</translation>
    </message>
    <message>
        <source>Terrestrial chlorophyll index</source>
        <translation>Terrestrial chlorophyll index</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Test connection</translation>
    </message>
    <message>
        <source>The Sentinels' first hub (SciHub, with its API Hub and S-5P Hub). It spoke OpenSearch and OData of DHuS, which hubs of some national mirrors still speak.</source>
        <translation>The Sentinels' first hub (SciHub, with its API Hub and S-5P Hub). It spoke OpenSearch and OData of DHuS, which hubs of some national mirrors still speak.</translation>
    </message>
    <message>
        <source>The access point lists no single files of this product.</source>
        <translation>The access point lists no single files of this product.</translation>
    </message>
    <message>
        <source>The account is signed in at {place} too often. Sign out elsewhere, or try again in some minutes.</source>
        <translation>The account is signed in at {place} too often. Sign out elsewhere, or try again in some minutes.</translation>
    </message>
    <message>
        <source>The account is signed in too often. Sign out elsewhere, or try again in some minutes.</source>
        <translation>The account is signed in too often. Sign out elsewhere, or try again in some minutes.</translation>
    </message>
    <message>
        <source>The account of {place} is locked. QGIS's master password unlocks it.</source>
        <translation>The account of {place} is locked. QGIS's master password unlocks it.</translation>
    </message>
    <message>
        <source>The account of {place} is used here.</source>
        <translation>The account of {place} is used here.</translation>
    </message>
    <message>
        <source>The accounts are locked. QGIS's master password unlocks them.</source>
        <translation>The accounts are locked. QGIS's master password unlocks them.</translation>
    </message>
    <message>
        <source>The accounts stay locked. What needs none of them works as before.</source>
        <translation>The accounts stay locked. What needs none of them works as before.</translation>
    </message>
    <message>
        <source>The address must begin with https:// or http:// and must not hold an account.</source>
        <translation>The address must begin with https:// or http:// and must not hold an account.</translation>
    </message>
    <message>
        <source>The address of the API's landing page. It is asked which collections it has.</source>
        <translation>The address of the API's landing page. It is asked which collections it has.</translation>
    </message>
    <message>
        <source>The address of the catalogue, ending in /odata/v1/. It is taken to hold what the Data Space does.</source>
        <translation>The address of the catalogue, ending in /odata/v1/. It is taken to hold what the Data Space does.</translation>
    </message>
    <message>
        <source>The archive would write outside of its folder, or grow without end. It was not opened.</source>
        <translation>The archive would write outside of its folder, or grow without end. It was not opened.</translation>
    </message>
    <message>
        <source>The code of your authenticator app is asked for.</source>
        <translation>The code of your authenticator app is asked for.</translation>
    </message>
    <message>
        <source>The data that an account may have in a month is used up. Try again in some days.</source>
        <translation>The data that an account may have in a month is used up. Try again in some days.</translation>
    </message>
    <message>
        <source>The data that {place} gives to an account in a month is used up. Try again in some days.</source>
        <translation>The data that {place} gives to an account in a month is used up. Try again in some days.</translation>
    </message>
    <message>
        <source>The master password was not given: the account is kept until QGIS closes.</source>
        <translation>The master password was not given: the account is kept until QGIS closes.</translation>
    </message>
    <message>
        <source>The name or the password was refused. If a code of an authenticator app is wanted, tick that too.</source>
        <translation>The name or the password was refused. If a code of an authenticator app is wanted, tick that too.</translation>
    </message>
    <message>
        <source>The password or the code was refused. Type the next code of your app, or check the account.</source>
        <translation>The password or the code was refused. Type the next code of your app, or check the account.</translation>
    </message>
    <message>
        <source>The sign-in got lost on its way to {place} ({status}). Try again; a proxy may remove it.</source>
        <translation>The sign-in got lost on its way to {place} ({status}). Try again; a proxy may remove it.</translation>
    </message>
    <message>
        <source>The sign-in got lost on its way to {place}. Try again; a proxy may remove it.</source>
        <translation>The sign-in got lost on its way to {place}. Try again; a proxy may remove it.</translation>
    </message>
    <message>
        <source>The sign-in got lost on its way. Try again; a proxy may remove it.</source>
        <translation>The sign-in got lost on its way. Try again; a proxy may remove it.</translation>
    </message>
    <message>
        <source>The sign-in has ended. Trying again signs in anew.</source>
        <translation>The sign-in has ended. Trying again signs in anew.</translation>
    </message>
    <message>
        <source>The zip arrived cut off or damaged. It was removed. Try again.</source>
        <translation>The zip arrived cut off or damaged. It was removed. Try again.</translation>
    </message>
    <message>
        <source>The zip is cut off or damaged. Remove it and download it again.</source>
        <translation>The zip is cut off or damaged. Remove it and download it again.</translation>
    </message>
    <message>
        <source>The zip of {place} arrived cut off or damaged. It was removed. Try again.</source>
        <translation>The zip of {place} arrived cut off or damaged. It was removed. Try again.</translation>
    </message>
    <message>
        <source>This needs an account to be loaded. Searching works without.</source>
        <translation>This needs an account to be loaded. Searching works without.</translation>
    </message>
    <message>
        <source>This needs an account to download. Searching works without.</source>
        <translation>This needs an account to download. Searching works without.</translation>
    </message>
    <message>
        <source>This needs an account to search.</source>
        <translation>This needs an account to search.</translation>
    </message>
    <message>
        <source>This product was taken out of the catalogue. Search again for a newer one.</source>
        <translation>This product was taken out of the catalogue. Search again for a newer one.</translation>
    </message>
    <message>
        <source>This sign-in is not taken: it was made for another service. Check the account.</source>
        <translation>This sign-in is not taken: it was made for another service. Check the account.</translation>
    </message>
    <message>
        <source>Tick all that can be searched</source>
        <translation>Tick all that can be searched</translation>
    </message>
    <message>
        <source>Timeliness</source>
        <translation>Timeliness</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Top-of-atmosphere radiance in 21 bands, 1.2 km, nearly daily, since 2016</source>
        <translation>Top-of-atmosphere radiance in 21 bands, 1.2 km, nearly daily, since 2016</translation>
    </message>
    <message>
        <source>Top-of-atmosphere radiance in 21 bands, 300 m, nearly daily, since 2016</source>
        <translation>Top-of-atmosphere radiance in 21 bands, 300 m, nearly daily, since 2016</translation>
    </message>
    <message>
        <source>Top-of-atmosphere reflectance, 1 km, as SPOT-VEGETATION had it, since 2018</source>
        <translation>Top-of-atmosphere reflectance, 1 km, as SPOT-VEGETATION had it, since 2018</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Transparency of the water</source>
        <translation>Transparency of the water</translation>
    </message>
    <message>
        <source>True colour image, 10 m</source>
        <translation>True colour image, 10 m</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Type the code</source>
        <translation>Type the code</translation>
    </message>
    <message>
        <source>Type the code that your authenticator app shows now.</source>
        <translation>Type the code that your authenticator app shows now.</translation>
    </message>
    <message>
        <source>Ultraviolet aerosol index, 3.5 × 5.5 km, daily, since 2018</source>
        <translation>Ultraviolet aerosol index, 3.5 × 5.5 km, daily, since 2018</translation>
    </message>
    <message>
        <source>Unlock accounts</source>
        <translation>Unlock accounts</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>Vegetation cover, 300 m</source>
        <translation>Vegetation cover, 300 m</translation>
    </message>
    <message>
        <source>Vegetation index of the whole world, 300 m, every 10 days, since 2014</source>
        <translation>Vegetation index of the whole world, 300 m, every 10 days, since 2014</translation>
    </message>
    <message>
        <source>Vegetation: FAPAR and chlorophyll index over land, 1.2 km, nearly daily, since 2016</source>
        <translation>Vegetation: FAPAR and chlorophyll index over land, 1.2 km, nearly daily, since 2016</translation>
    </message>
    <message>
        <source>Vegetation: FAPAR and chlorophyll index over land, 300 m, nearly daily, since 2016</source>
        <translation>Vegetation: FAPAR and chlorophyll index over land, 300 m, nearly daily, since 2016</translation>
    </message>
    <message>
        <source>Verified by archive test</source>
        <translation>Verified by archive test</translation>
    </message>
    <message>
        <source>Very high resolution, Europe 2011–2013</source>
        <translation>Very high resolution, Europe 2011–2013</translation>
    </message>
    <message>
        <source>Very high resolution, Europe 2014–2016</source>
        <translation>Very high resolution, Europe 2014–2016</translation>
    </message>
    <message>
        <source>Very high resolution, Europe 2017–2019</source>
        <translation>Very high resolution, Europe 2017–2019</translation>
    </message>
    <message>
        <source>Very high resolution, Europe 2017–2019, enhanced</source>
        <translation>Very high resolution, Europe 2017–2019, enhanced</translation>
    </message>
    <message>
        <source>Very high resolution, Europe 2020–2022</source>
        <translation>Very high resolution, Europe 2020–2022</translation>
    </message>
    <message>
        <source>Very high resolution, Europe 2023–2025</source>
        <translation>Very high resolution, Europe 2023–2025</translation>
    </message>
    <message>
        <source>Very high resolution, Urban Atlas 2006</source>
        <translation>Very high resolution, Urban Atlas 2006</translation>
    </message>
    <message>
        <source>Very high resolution, Urban Atlas 2009</source>
        <translation>Very high resolution, Urban Atlas 2009</translation>
    </message>
    <message>
        <source>Very high resolution, Urban Atlas 2011–2013</source>
        <translation>Very high resolution, Urban Atlas 2011–2013</translation>
    </message>
    <message>
        <source>Waiting for a free connection</source>
        <translation>Waiting for a free connection</translation>
    </message>
    <message>
        <source>Water bodies of the whole world, 300 m, monthly, since 2020</source>
        <translation>Water bodies of the whole world, 300 m, monthly, since 2020</translation>
    </message>
    <message>
        <source>Water bodies, 300 m</source>
        <translation>Water bodies, 300 m</translation>
    </message>
    <message>
        <source>Water vapour and brightness temperature along the track, 25 km, every 10 days, since 2021</source>
        <translation>Water vapour and brightness temperature along the track, 25 km, every 10 days, since 2021</translation>
    </message>
    <message>
        <source>Water vapour column</source>
        <translation>Water vapour column</translation>
    </message>
    <message>
        <source>Wave</source>
        <translation>Wave</translation>
    </message>
    <message>
        <source>Whole product</source>
        <translation>Whole product</translation>
    </message>
    <message>
        <source>Wind, swell and surface currents of the ocean, from radar, since 2014</source>
        <translation>Wind, swell and surface currents of the ocean, from radar, since 2014</translation>
    </message>
    <message>
        <source>Your account of &lt;b&gt;{place}&lt;/b&gt; is stored. It can be used once QGIS's accounts are unlocked.</source>
        <translation>Your account of &lt;b&gt;{place}&lt;/b&gt; is stored. It can be used once QGIS's accounts are unlocked.</translation>
    </message>
    <message>
        <source>absolute {number}</source>
        <translation>absolute {number}</translation>
    </message>
    <message>
        <source>account locked</source>
        <translation>account locked</translation>
    </message>
    <message>
        <source>account refused</source>
        <translation>account refused</translation>
    </message>
    <message>
        <source>account refused, fix…</source>
        <translation>account refused, fix…</translation>
    </message>
    <message>
        <source>account set</source>
        <translation>account set</translation>
    </message>
    <message>
        <source>add account…</source>
        <translation>add account…</translation>
    </message>
    <message>
        <source>as it is to be called here</source>
        <translation>as it is to be called here</translation>
    </message>
    <message>
        <source>ascending</source>
        <translation>ascending</translation>
    </message>
    <message>
        <source>by eligibility</source>
        <translation>by eligibility</translation>
    </message>
    <message>
        <source>check account…</source>
        <translation>check account…</translation>
    </message>
    <message>
        <source>closed {year}</source>
        <translation>closed {year}</translation>
    </message>
    <message>
        <source>descending</source>
        <translation>descending</translation>
    </message>
    <message>
        <source>downloaded</source>
        <translation>downloaded</translation>
    </message>
    <message>
        <source>kept until QGIS closes</source>
        <translation>kept until QGIS closes</translation>
    </message>
    <message>
        <source>key set</source>
        <translation>key set</translation>
    </message>
    <message>
        <source>no account set</source>
        <translation>no account set</translation>
    </message>
    <message>
        <source>satellite</source>
        <translation>satellite</translation>
    </message>
    <message>
        <source>since {date}</source>
        <translation>since {date}</translation>
    </message>
    <message>
        <source>stored; type here to change it</source>
        <translation>stored; type here to change it</translation>
    </message>
    <message>
        <source>unlock accounts</source>
        <translation>unlock accounts</translation>
    </message>
    <message>
        <source>unlock…</source>
        <translation>unlock…</translation>
    </message>
    <message>
        <source>until {date}</source>
        <translation>until {date}</translation>
    </message>
    <message>
        <source>{file} cannot be fetched by this way ({scheme})</source>
        <translation>{file} cannot be fetched by this way ({scheme})</translation>
    </message>
    <message>
        <source>{file} cannot be used: {key} {reason}.</source>
        <translation>{file} cannot be used: {key} {reason}.</translation>
    </message>
    <message>
        <source>{file} is cut off or damaged. Remove it and download it again.</source>
        <translation>{file} is cut off or damaged. Remove it and download it again.</translation>
    </message>
    <message>
        <source>{file} would write outside of its folder, or grow without end. It was not opened.</source>
        <translation>{file} would write outside of its folder, or grow without end. It was not opened.</translation>
    </message>
    <message>
        <source>{part} are kept.</source>
        <translation>{part} are kept.</translation>
    </message>
    <message>
        <source>{part} of {whole} GB</source>
        <translation>{part} of {whole} GB</translation>
    </message>
    <message>
        <source>{part} of {whole} MB</source>
        <translation>{part} of {whole} MB</translation>
    </message>
    <message>
        <source>{place} allows no more connections at a time. Try again when a download is done.</source>
        <translation>{place} allows no more connections at a time. Try again when a download is done.</translation>
    </message>
    <message>
        <source>{place} allows no more downloads at a time. This one starts when one is done.</source>
        <translation>{place} allows no more downloads at a time. This one starts when one is done.</translation>
    </message>
    <message>
        <source>{place} allows {allowed} connections at a time. Try again when a download is done.</source>
        <translation>{place} allows {allowed} connections at a time. Try again when a download is done.</translation>
    </message>
    <message>
        <source>{place} allows {allowed} downloads at a time. This one starts when one is done.</source>
        <translation>{place} allows {allowed} downloads at a time. This one starts when one is done.</translation>
    </message>
    <message>
        <source>{place} allows {limit} sign-ins at a time. Sign out elsewhere, or try again in some minutes.</source>
        <translation>{place} allows {limit} sign-ins at a time. Sign out elsewhere, or try again in some minutes.</translation>
    </message>
    <message>
        <source>{place} answered in {time}</source>
        <translation>{place} answered in {time}</translation>
    </message>
    <message>
        <source>{place} asks for the code of your authenticator app.</source>
        <translation>{place} asks for the code of your authenticator app.</translation>
    </message>
    <message>
        <source>{place} can be searched without an account. Loading and downloading need one.</source>
        <translation>{place} can be searched without an account. Loading and downloading need one.</translation>
    </message>
    <message>
        <source>{place} does not take this sign-in ({status}): it was made for another service. Check the account.</source>
        <translation>{place} does not take this sign-in ({status}): it was made for another service. Check the account.</translation>
    </message>
    <message>
        <source>{place} does not take this sign-in: it was made for another service. Check the account.</source>
        <translation>{place} does not take this sign-in: it was made for another service. Check the account.</translation>
    </message>
    <message>
        <source>{place} ended the sign-in ({status}). Trying again signs in anew.</source>
        <translation>{place} ended the sign-in ({status}). Trying again signs in anew.</translation>
    </message>
    <message>
        <source>{place} ended the sign-in. Trying again signs in anew.</source>
        <translation>{place} ended the sign-in. Trying again signs in anew.</translation>
    </message>
    <message>
        <source>{place} has this product in its archive: it must be ordered first</source>
        <translation>{place} has this product in its archive: it must be ordered first</translation>
    </message>
    <message>
        <source>{place} needs an account to download. Searching works without.</source>
        <translation>{place} needs an account to download. Searching works without.</translation>
    </message>
    <message>
        <source>{place} needs an account to load its data. Searching works without.</source>
        <translation>{place} needs an account to load its data. Searching works without.</translation>
    </message>
    <message>
        <source>{place} needs an account to search.</source>
        <translation>{place} needs an account to search.</translation>
    </message>
    <message>
        <source>{place} needs an account to search. The other results are complete without it.</source>
        <translation>{place} needs an account to search. The other results are complete without it.</translation>
    </message>
    <message>
        <source>{place} refused the account ({status}). Check its name and password, then try again.</source>
        <translation>{place} refused the account ({status}). Check its name and password, then try again.</translation>
    </message>
    <message>
        <source>{place} refused the name or the password. If it wants the code of an authenticator app, tick that too.</source>
        <translation>{place} refused the name or the password. If it wants the code of an authenticator app, tick that too.</translation>
    </message>
    <message>
        <source>{place} refused the password or the code. Type the next code of your app, or check the account.</source>
        <translation>{place} refused the password or the code. Type the next code of your app, or check the account.</translation>
    </message>
    <message>
        <source>{place} refused this account. Check it, then test it again.</source>
        <translation>{place} refused this account. Check it, then test it again.</translation>
    </message>
    <message>
        <source>{place} took the key in {time}.</source>
        <translation>{place} took the key in {time}.</translation>
    </message>
    <message>
        <source>{place} took this product out of its catalogue on {date}: {cause}. Search again for a newer one.</source>
        <translation>{place} took this product out of its catalogue on {date}: {cause}. Search again for a newer one.</translation>
    </message>
    <message>
        <source>{place} took this product out of its catalogue. Search again for a newer one.</source>
        <translation>{place} took this product out of its catalogue. Search again for a newer one.</translation>
    </message>
    <message>
        <source>{place} took this product out of its catalogue: {cause}. Search again for a newer one.</source>
        <translation>{place} took this product out of its catalogue: {cause}. Search again for a newer one.</translation>
    </message>
    <message>
        <source>{title} ({count})</source>
        <translation>{title} ({count})</translation>
    </message>
    <message>
        <source>{working} of {all} work</source>
        <translation>{working} of {all} work</translation>
    </message>
    <message>
        <source>Elevation of the surface with buildings and trees, 10 m, 39 states of Europe, 2010–2015, by eligibility</source>
        <translation>Elevation of the surface with buildings and trees, 10 m, 39 states of Europe, 2010–2015, by eligibility</translation>
    </message>
    <message>
        <source>Leaf area index</source>
        <translation>Leaf area index</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Surface soil moisture</source>
        <translation>Surface soil moisture</translation>
    </message>
    <message>
        <source>Vegetation cover</source>
        <translation>Vegetation cover</translation>
    </message>
    <message>
        <source>this session</source>
        <translation>this session</translation>
    </message>
    <message>
        <source>{names} could not answer</source>
        <translation>{names} could not answer</translation>
    </message>
    <message>
        <source>for instance 123 456</source>
        <translation>for instance 123 456</translation>
    </message>
    <message>
        <source>Blue (band 2)</source>
        <translation>Blue (band 2)</translation>
    </message>
    <message>
        <source>Cloud probability</source>
        <translation>Cloud probability</translation>
    </message>
    <message>
        <source>Coastal aerosol (band 1)</source>
        <translation>Coastal aerosol (band 1)</translation>
    </message>
    <message>
        <source>Green (band 3)</source>
        <translation>Green (band 3)</translation>
    </message>
    <message>
        <source>NIR 1 (band 8)</source>
        <translation>NIR 1 (band 8)</translation>
    </message>
    <message>
        <source>NIR 2 (band 8A)</source>
        <translation>NIR 2 (band 8A)</translation>
    </message>
    <message>
        <source>NIR 3 (band 9)</source>
        <translation>NIR 3 (band 9)</translation>
    </message>
    <message>
        <source>Red (band 4)</source>
        <translation>Red (band 4)</translation>
    </message>
    <message>
        <source>Red edge 1 (band 5)</source>
        <translation>Red edge 1 (band 5)</translation>
    </message>
    <message>
        <source>Red edge 2 (band 6)</source>
        <translation>Red edge 2 (band 6)</translation>
    </message>
    <message>
        <source>Red edge 3 (band 7)</source>
        <translation>Red edge 3 (band 7)</translation>
    </message>
    <message>
        <source>SWIR 1 (band 11)</source>
        <translation>SWIR 1 (band 11)</translation>
    </message>
    <message>
        <source>SWIR 2 (band 12)</source>
        <translation>SWIR 2 (band 12)</translation>
    </message>
    <message>
        <source>Snow probability</source>
        <translation>Snow probability</translation>
    </message>
    <message>
        <source>True colour image</source>
        <translation>True colour image</translation>
    </message>
    <message>
        <source>Water vapour</source>
        <translation>Water vapour</translation>
    </message>
    <message>
        <source>{title}, {metres} m</source>
        <translation>{title}, {metres} m</translation>
    </message>
    <message>
        <source>No more fits on the disk with the download folder; {needed} are missing. Make room, then try again.</source>
        <translation>No more fits on the disk with the download folder; {needed} are missing. Make room, then try again.</translation>
    </message>
    <message>
        <source>The disk with the download folder is full. Make room, then try again.</source>
        <translation>The disk with the download folder is full. Make room, then try again.</translation>
    </message>
    <message>
        <source>The server refused the question. Change the filters or the area, then search again.</source>
        <translation>The server refused the question. Change the filters or the area, then search again.</translation>
    </message>
    <message>
        <source>The server refused the request. Try again later; the log says more.</source>
        <translation>The server refused the request. Try again later; the log says more.</translation>
    </message>
    <message>
        <source>This product is in the archive of {place}. Order it there, then try again.</source>
        <translation>This product is in the archive of {place}. Order it there, then try again.</translation>
    </message>
    <message>
        <source>This product is in the archive. Order it, then try again.</source>
        <translation>This product is in the archive. Order it, then try again.</translation>
    </message>
    <message>
        <source>{place} refused the question ({status}). Change the filters or the area, then search again.</source>
        <translation>{place} refused the question ({status}). Change the filters or the area, then search again.</translation>
    </message>
    <message>
        <source>{place} refused the question (“{detail}”). Change the filters or the area, then search again.</source>
        <translation>{place} refused the question (“{detail}”). Change the filters or the area, then search again.</translation>
    </message>
    <message>
        <source>{place} refused the question. Change the filters or the area, then search again.</source>
        <translation>{place} refused the question. Change the filters or the area, then search again.</translation>
    </message>
    <message>
        <source>{place} refused the request ({status}). Try again later; the log says more.</source>
        <translation>{place} refused the request ({status}). Try again later; the log says more.</translation>
    </message>
    <message>
        <source>{place} refused the request (“{detail}”). Try again later; the log says more.</source>
        <translation>{place} refused the request (“{detail}”). Try again later; the log says more.</translation>
    </message>
    <message>
        <source>{place} refused the request. Try again later; the log says more.</source>
        <translation>{place} refused the request. Try again later; the log says more.</translation>
    </message>
    <message>
        <source>The account is right, but this product is given to some users only. Ask for access, then try again.</source>
        <translation>The account is right, but this product is given to some users only. Ask for access, then try again.</translation>
    </message>
    <message>
        <source>The account is right, but {place} gives this product to some users only. Ask for access, then try again.</source>
        <translation>The account is right, but {place} gives this product to some users only. Ask for access, then try again.</translation>
    </message>
    <message>
        <source>{place} redirected to {elsewhere}, which must not see the account. Try again later, or ask its help desk.</source>
        <translation>{place} redirected to {elsewhere}, which must not see the account. Try again later, or ask its help desk.</translation>
    </message>
    <message>
        <source>{place} refused name or password ({status}). Check them; if your account wants a code, tick that too.</source>
        <translation>{place} refused name or password ({status}). Check them; if your account wants a code, tick that too.</translation>
    </message>
    <message>
        <source>API of the land monitoring service's portal</source>
        <translation>API of the land monitoring service's portal</translation>
    </message>
    <message>
        <source>APIs of the emergency management service</source>
        <translation>APIs of the emergency management service</translation>
    </message>
    <message>
        <source>ArcGIS REST</source>
        <translation>ArcGIS REST</translation>
    </message>
    <message>
        <source>EUMETSAT Data Tailor</source>
        <translation>EUMETSAT Data Tailor</translation>
    </message>
    <message>
        <source>Google Earth Engine REST</source>
        <translation>Google Earth Engine REST</translation>
    </message>
    <message>
        <source>Harmonised Data Access of WEkEO</source>
        <translation>Harmonised Data Access of WEkEO</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>No data</translation>
    </message>
    <message>
        <source>OData of the Copernicus Data Space Ecosystem and CREODIAS</source>
        <translation>OData of the Copernicus Data Space Ecosystem and CREODIAS</translation>
    </message>
    <message>
        <source>OGC API Processes</source>
        <translation>OGC API Processes</translation>
    </message>
    <message>
        <source>OWS Context</source>
        <translation>OWS Context</translation>
    </message>
    <message>
        <source>OpenSearch and OData of the former Copernicus hubs (DHuS)</source>
        <translation>OpenSearch and OData of the former Copernicus hubs (DHuS)</translation>
    </message>
    <message>
        <source>OpenSearch of the EUMETSAT Data Store</source>
        <translation>OpenSearch of the EUMETSAT Data Store</translation>
    </message>
    <message>
        <source>OpenSearch with its Earth observation extensions</source>
        <translation>OpenSearch with its Earth observation extensions</translation>
    </message>
    <message>
        <source>Process API of Sentinel Hub</source>
        <translation>Process API of Sentinel Hub</translation>
    </message>
    <message>
        <source>S3</source>
        <translation>S3</translation>
    </message>
    <message>
        <source>STAC API</source>
        <translation>STAC API</translation>
    </message>
    <message>
        <source>WCS</source>
        <translation>WCS</translation>
    </message>
    <message>
        <source>WFS</source>
        <translation>WFS</translation>
    </message>
    <message>
        <source>WMS</source>
        <translation>WMS</translation>
    </message>
    <message>
        <source>WMTS</source>
        <translation>WMTS</translation>
    </message>
    <message>
        <source>XYZ tiles</source>
        <translation>XYZ tiles</translation>
    </message>
    <message>
        <source>data stores of ECMWF</source>
        <translation>data stores of ECMWF</translation>
    </message>
    <message>
        <source>lists of files of the Global Land service</source>
        <translation>lists of files of the Global Land service</translation>
    </message>
    <message>
        <source>openEO</source>
        <translation>openEO</translation>
    </message>
    <message>
        <source>reception folder of EUMETCast</source>
        <translation>reception folder of EUMETCast</translation>
    </message>
    <message>
        <source>resto</source>
        <translation>resto</translation>
    </message>
    <message>
        <source>static STAC catalogue</source>
        <translation>static STAC catalogue</translation>
    </message>
    <message>
        <source>Nothing of this product can be shown from the web. Download it to use it.</source>
        <translation>Nothing of this product can be shown from the web. Download it to use it.</translation>
    </message>
    <message>
        <source>Nothing of this product can be shown on the map as it is.</source>
        <translation>Nothing of this product can be shown on the map as it is.</translation>
    </message>
    <message>
        <source>ESA</source>
        <translation>ESA</translation>
    </message>
    <message>
        <source>ESA and the European Commission, with T-Systems and CloudFerro</source>
        <translation>ESA and the European Commission, with T-Systems and CloudFerro</translation>
    </message>
    <message>
        <source>ESA, with the owners of the missions</source>
        <translation>ESA, with the owners of the missions</translation>
    </message>
    <message>
        <source>Element 84, with the Registry of Open Data on AWS</source>
        <translation>Element 84, with the Registry of Open Data on AWS</translation>
    </message>
    <message>
        <source>Microsoft</source>
        <translation>Microsoft</translation>
    </message>
    <message>
        <source>{place} gives this product to certain users only</source>
        <translation>{place} gives this product to certain users only</translation>
    </message>
    <message>
        <source>{number} kilobytes</source>
        <translation>{number} kilobytes</translation>
    </message>
</context>
</TS>
