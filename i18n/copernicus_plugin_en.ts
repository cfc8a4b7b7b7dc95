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
        <source>More to do with the selected products</source>
        <translation>More to do with the selected products</translation>
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
        <source>No data</source>
        <translation>No data</translation>
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
        <source>The disk with the download folder is full.</source>
        <translation>The disk with the download folder is full.</translation>
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
        <source>The server refused the question.</source>
        <translation>The server refused the question.</translation>
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
        <source>Tick all that work without an account</source>
        <translation>Tick all that work without an account</translation>
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
        <source>{place} refused the question.</source>
        <translation>{place} refused the question.</translation>
    </message>
    <message>
        <source>{place} refused the question: {detail}</source>
        <translation>{place} refused the question: {detail}</translation>
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
        <source>{title} ({key})</source>
        <translation>{title} ({key})</translation>
    </message>
    <message>
        <source>{title} ({key}), taken by Download</source>
        <translation>{title} ({key}), taken by Download</translation>
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
        <source>Waiting for a free connection to {place}</source>
        <translation>Waiting for a free connection to {place}</translation>
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
</context>
</TS>
